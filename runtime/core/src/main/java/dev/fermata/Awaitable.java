package dev.fermata;

import dev.fermata.machine.GeneratorHandle;

/**
 * What {@code await} takes: something that gives one value or fails, now or later.
 *
 * <p>It is one of a {@link Coroutine}, which runs only when awaited; a {@link Deferred}, a result
 * to come of something that runs anyway; or the step of an {@link AsyncIterator}. A {@link
 * java.util.concurrent.CompletionStage} is not one, but {@link Coroutines#await} takes it too.
 *
 * <p>In asyncio: an awaitable.
 *
 * @param <T> the type of the value
 */
public sealed interface Awaitable<T> permits Coroutine, Deferred, GeneratorHandle {}
