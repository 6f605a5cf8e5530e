/** Loops as tasks see them: tasks, promises, what they wait for, context, cancellation. */
@NullMarked
package dev.fermata.internal.task;

import org.jspecify.annotations.NullMarked;
