/** Coroutines, tasks, event loops and async generators: what a program uses. */
@NullMarked
package dev.fermata;

import org.jspecify.annotations.NullMarked;
