package dev.fermata;

import dev.fermata.machine.CoroutineMachine;

/**
 * A computation that may wait, cold and single-use: nothing of it runs before it is awaited or
 * started, and it is awaited or started once. A second time is an {@link IllegalStateException}.
 *
 * <p>{@link Coroutines#await(Awaitable) await} runs it inline in the current task, {@link
 * Coroutines#start(Coroutine) start} runs it as a task of its own, {@link EventLoop#run} runs it as
 * a program. Coroutines come from {@code @Async} methods and from {@link Coroutines}.
 *
 * <p>A coroutine is used on the thread of the loop that runs it. One that has not begun may be
 * handed from thread to thread, as any object that is safely published.
 *
 * <p>In asyncio: a coroutine object.
 *
 * @param <T> the type of the result
 */
public sealed interface Coroutine<T> extends Awaitable<T> permits CoroutineMachine {
  /**
   * Gives this up, if it was neither awaited nor started: it cannot be any more, and debug mode
   * does not report that it never was. Nothing happens to one that was. It is for code that takes
   * coroutines, and refuses one.
   *
   * <p>In asyncio: {@code close}, of a coroutine that has not begun.
   */
  void discard();
}
