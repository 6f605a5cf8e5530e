package dev.fermata.samples.benchmarks.running;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.awaitEach;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.end;
import static dev.fermata.Coroutines.gather;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.annotations.Async;
import dev.fermata.sync.AsyncLock;
import dev.fermata.sync.AsyncQueue;
import java.util.ArrayList;
import java.util.List;

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

  @Async
  Coroutine<Integer> startAndJoin(int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += await(start(increment(i & Work.SMALL)));
    }
    return done(sum & Work.SMALL);
  }

  @Async
  Coroutine<Integer> crowd(int tasks, int yields) {
    List<Task<Integer>> all = new ArrayList<>(tasks);
    for (int i = 0; i < tasks; i++) {
      all.add(start(suspend(yields)));
    }
    return done(await(gather(all)).size() & Work.SMALL);
  }

  @Async
  Coroutine<Integer> park(int tasks) {
    Promise<Integer> gate = EventLoop.current().newPromise();
    List<Task<Integer>> all = new ArrayList<>(tasks);
    for (int i = 0; i < tasks; i++) {
      all.add(start(pass(gate)));
    }
    await(yieldNow());
    gate.complete(1);
    int sum = 0;
    for (Task<Integer> task : all) {
      sum += await(task);
    }
    return done(sum & Work.SMALL);
  }

  @Async
  Coroutine<Integer> pass(Promise<Integer> gate) {
    return done(await(gate));
  }

  @Async
  Coroutine<Integer> lock(int count) {
    AsyncLock lock = new AsyncLock();
    int sum = 0;
    for (int i = 0; i < count; i++) {
      try (var held = await(lock.acquire())) {
        sum += i;
        held.release();
      }
    }
    return done(sum & Work.SMALL);
  }

  @Async
  Coroutine<Integer> handOver(int count) {
    AsyncQueue<Integer> queue = AsyncQueue.bounded(1);
    Task<Integer> taker = start(take(queue, count));
    for (int i = 0; i < count; i++) {
      await(queue.put(i & Work.SMALL));
    }
    return done(await(taker));
  }

  @Async
  Coroutine<Integer> take(AsyncQueue<Integer> queue, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += await(queue.take());
    }
    return done(sum & Work.SMALL);
  }

  @Async
  Coroutine<Integer> timers(int count) {
    EventLoop loop = EventLoop.current();
    for (int i = 0; i < count; i++) {
      loop.callLater(Work.NEVER, () -> {}).cancel();
    }
    return done(count & Work.SMALL);
  }
}
