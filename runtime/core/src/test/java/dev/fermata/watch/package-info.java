/** What tools outside of a program see of its tasks. */
@NullUnmarked
package dev.fermata.watch;

import org.jspecify.annotations.NullUnmarked;
