package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * A failure that reached nobody.
 *
 * @param message says in a sentence what happened
 * @param exception the failure
 * @param source what has failed: the name of a task, a callback, a generator; null if unknown
 */
public record ExceptionContext(String message, Throwable exception, @Nullable Object source) {}
