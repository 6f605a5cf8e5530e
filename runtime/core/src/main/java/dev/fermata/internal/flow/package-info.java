/** Between what is asynchronous and the iterators, streams and publishers of the JDK. */
@NullMarked
package dev.fermata.internal.flow;

import org.jspecify.annotations.NullMarked;
