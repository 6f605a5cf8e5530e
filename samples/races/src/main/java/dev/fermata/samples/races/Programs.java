package dev.fermata.samples.races;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;

import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.Promise;
import dev.fermata.annotations.Async;
import java.util.concurrent.CompletableFuture;

/** What loops run in the cases. */
abstract class Programs {
  static Programs create() {
    return new AsyncPrograms();
  }

  /** Makes a loop that some thread is to run. */
  static EventLoop.Runner open() {
    return EventLoop.builder().signals(false).open();
  }

  @Async
  Coroutine<Integer> value(Promise<Integer> promise) {
    return done(await(promise));
  }

  @Async
  Coroutine<Integer> value(CompletableFuture<Integer> future) {
    return done(await(future));
  }

  @Async
  Coroutine<Integer> both(Promise<Integer> first, Promise<Integer> second) {
    await(second);
    return done(first.isDone() ? 10 * first.result() + second.result() : -1);
  }

  @Async
  Coroutine<Integer> complete(Promise<Integer> promise) {
    promise.complete(1);
    return done(1);
  }
}
