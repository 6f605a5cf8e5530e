package dev.fermata.samples.benchmarks.running;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.awaitEach;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.end;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.Promise;
import dev.fermata.annotations.Async;

/**
 * What Fermata runs in the benchmarks. Values stay small, so that the JDK has them as objects
 * already and what is allocated is that of the calls.
 */
abstract class Bodies {
  static Bodies create() {
    return new AsyncBodies();
  }

  @Async
  Coroutine<Integer> call(int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += await(increment(i & Work.SMALL));
    }
    return done(sum & Work.SMALL);
  }

  @Async
  Coroutine<Integer> increment(int value) {
    return done(value + 1);
  }

  @Async
  Coroutine<Integer> suspend(int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      await(yieldNow());
      sum += i;
    }
    return done(sum & Work.SMALL);
  }

  @Async
  Coroutine<Integer> awaitPromises(int count) {
    EventLoop loop = EventLoop.current();
    int sum = 0;
    for (int i = 0; i < count; i++) {
      Promise<Integer> promise = loop.newPromise();
      loop.callSoon(() -> promise.complete(Work.SMALL));
      sum += await(promise);
    }
    return done(sum & Work.SMALL);
  }

  @Async
  AsyncGenerator<Integer> numbers(int count) {
    for (int i = 0; i < count; i++) {
      emit(i & Work.SMALL);
    }
    return end();
  }

  @Async
  Coroutine<Integer> consume(int count) {
    int sum = 0;
    for (int number : awaitEach(numbers(count))) {
      sum += number;
    }
    return done(sum & Work.SMALL);
  }

  @Async
  Coroutine<Integer> descend(int count, int depth, boolean suspending) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += await(suspending ? suspendAt(depth) : level(depth));
    }
    return done(sum & Work.SMALL);
  }

  @Async
  Coroutine<Integer> level(int depth) {
    return depth == 0 ? done(0) : done(await(level(depth - 1)) + 1);
  }

  @Async
  Coroutine<Integer> suspendAt(int depth) {
    if (depth == 0) {
      await(yieldNow());
      return done(0);
    }
    return done(await(suspendAt(depth - 1)) + 1);
  }
}
