/** Several loops, loops on foreign threads, and what threads share. */
@NullUnmarked
package dev.fermata.loops;

import org.jspecify.annotations.NullUnmarked;
