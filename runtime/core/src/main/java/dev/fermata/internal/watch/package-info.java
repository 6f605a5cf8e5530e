/** What shows tasks to people and tools outside of the program, when it is asked to. */
@NullMarked
package dev.fermata.internal.watch;

import org.jspecify.annotations.NullMarked;
