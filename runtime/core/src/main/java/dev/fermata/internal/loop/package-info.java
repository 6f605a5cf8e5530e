/**
 * The lowest layer: turns of a loop, its ready queue, timers, inbox and clocks. It knows nothing of
 * tasks.
 */
@NullMarked
package dev.fermata.internal.loop;

import org.jspecify.annotations.NullMarked;
