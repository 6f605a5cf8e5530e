package dev.fermata.fuzz.world;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Coroutines;
import dev.fermata.EventLoop;
import dev.fermata.Promise;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Makes awaitables and stages that behave as told. */
final class Points {
  private Points() {}

  static <V extends @Nullable Object> Awaitable<V> awaitable(
      Mask.Behaviour behaviour, int site, V value) {
    return switch (behaviour) {
      case READY_COROUTINE -> Coroutines.done(value);
      case PENDING_COROUTINE -> new Waiting<>(promise(behaviour, site, value));
      case THROWN_AT_ONCE -> throw new Failure(-site);
      default -> promise(behaviour, site, value);
    };
  }

  private static <V extends @Nullable Object> Promise<V> promise(
      Mask.Behaviour behaviour, int site, V value) {
    Promise<V> promise = EventLoop.current().newPromise();
    switch (behaviour) {
      case FAILED -> promise.fail(World.mask().failure(site));
      case FAILING_LATER -> {
        Throwable failure = World.mask().failure(site);
        after(World.mask().turns(site), () -> end(promise, () -> promise.fail(failure)));
      }
      case PENDING, PENDING_COROUTINE ->
          after(World.mask().turns(site), () -> end(promise, () -> promise.complete(value)));
      default -> promise.complete(value);
    }
    return promise;
  }

  /** The task that waits may have been cancelled, and the promise with it. */
  private static void end(Promise<?> promise, Runnable end) {
    if (!promise.isDone()) {
      end.run();
    }
  }

  static <V extends @Nullable Object> CompletionStage<V> stage(
      Mask.Behaviour behaviour, int site, V value) {
    CompletableFuture<V> future = new CompletableFuture<>();
    switch (behaviour) {
      case FAILED -> future.completeExceptionally(World.mask().failure(site));
      case FAILING_LATER -> {
        Throwable failure = World.mask().failure(site);
        after(World.mask().turns(site), () -> future.completeExceptionally(failure));
      }
      case PENDING, PENDING_COROUTINE ->
          after(World.mask().turns(site), () -> future.complete(value));
      case THROWN_AT_ONCE -> throw new Failure(-site);
      default -> future.complete(value);
    }
    return future;
  }

  /**
   * A coroutine for what closes something: as the mask says, but never throwing before it is
   * awaited.
   */
  static Coroutine<Void> closing(int site) {
    Mask.Behaviour behaviour = World.mask().behaviour(site);
    Mask.Behaviour later =
        behaviour == Mask.Behaviour.THROWN_AT_ONCE ? Mask.Behaviour.FAILED : behaviour;
    return new Waiting<>(promise(later, site, null));
  }

  private static void after(int turns, Runnable action) {
    EventLoop loop = EventLoop.current();
    loop.callSoon(turns > 1 ? () -> after(turns - 1, action) : action);
  }
}
