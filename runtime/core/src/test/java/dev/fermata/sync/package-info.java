/** Tests of locks, queues and signals. */
@NullMarked
package dev.fermata.sync;

import org.jspecify.annotations.NullMarked;
