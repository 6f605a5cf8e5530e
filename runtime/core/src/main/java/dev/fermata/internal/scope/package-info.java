/** What is made of tasks: groups, time limits, and the combinations of several awaitables. */
@NullMarked
package dev.fermata.internal.scope;

import org.jspecify.annotations.NullMarked;
