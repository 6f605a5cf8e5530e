package dev.fermata.samples.soak;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.awaitEach;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.end;
import static dev.fermata.Coroutines.gather;
import static dev.fermata.Coroutines.gatherSettled;
import static dev.fermata.Coroutines.shield;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.timeout;
import static dev.fermata.Coroutines.toThread;
import static dev.fermata.Coroutines.waitFor;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.AsyncContext;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.Promise;
import dev.fermata.ReturnWhen;
import dev.fermata.Task;
import dev.fermata.TaskGroup;
import dev.fermata.Tasks;
import dev.fermata.annotations.Async;
import dev.fermata.sync.AsyncQueue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/** What a task may do. Each is written as a user would write it. */
abstract class Operations {
  private static final Duration PATIENCE = Duration.ofMillis(2);
  private static final List<ReturnWhen> ALL_MODES = List.of(ReturnWhen.values());

  final World world;

  Operations(World world) {
    this.world = world;
  }

  static Operations of(World world) {
    return new AsyncOperations(world);
  }

  /** Does something short or long. */
  Coroutine<Void> any() {
    return switch (world.random.nextInt(23)) {
      case 0 -> withLock();
      case 1 -> withLockInTime();
      case 2 -> withPermits(1 + world.random.nextInt(World.PERMITS));
      case 3, 4 -> put();
      case 5, 6 -> take();
      case 7 -> awaitSignal();
      case 8 -> signal();
      case 9 -> awaitEvent();
      case 10 -> arrive();
      case 11 -> inGroup();
      case 12 -> gathered();
      case 13 -> waited();
      case 14 -> shielded();
      case 15 -> pipeline();
      case 16 -> inContext();
      case 17 -> inThread();
      case 18 -> ofFuture();
      case 19 -> limits();
      case 20 -> handOver();
      case 21 -> completed();
      default -> pause();
    };
  }

  /** Does something short, which may fail. */
  @Async
  Coroutine<Void> pause() {
    world.counts.operation("pause");
    await(world.chance(2) ? yieldNow() : sleep(world.moment()));
    if (world.chance(30)) {
      throw new Fault();
    }
    return done();
  }

  @Async
  Coroutine<Void> withLock() {
    world.counts.operation("lock");
    try (var held = await(world.lock.acquire())) {
      world.inLock++;
      try {
        world.check(world.inLock == 1, "two tasks have the lock");
        await(pause());
      } finally {
        world.inLock--;
      }
      held.release();
    }
    return done();
  }

  @Async
  Coroutine<Void> withLockInTime() {
    world.counts.operation("lock in time");
    try (var limit = timeout(world.moment())) {
      await(withLock());
      if (world.chance(2)) {
        limit.reschedule(world.moment());
      }
      await(withLock());
    }
    return done();
  }

  @Async
  Coroutine<Void> withPermits(int count) {
    world.counts.operation("permits");
    try (var permit = await(world.semaphore.acquire(count))) {
      world.inSemaphore += permit.count();
      try {
        world.check(world.inSemaphore <= World.PERMITS, "more permits are out than there are");
        await(pause());
      } finally {
        world.inSemaphore -= permit.count();
      }
    }
    return done();
  }

  @Async
  Coroutine<Void> put() {
    world.counts.operation("put");
    int item = world.newItem();
    // It is in the account as soon as it can be taken, and out of it again if it was not put.
    world.put(item);
    boolean there = false;
    try {
      AsyncQueue<Integer> queue = world.queue();
      await(world.chance(2) ? waitFor(queue.put(item), world.moment()) : queue.put(item));
      there = true;
    } finally {
      if (!there) {
        world.taken(item);
      }
    }
    return done();
  }

  @Async
  Coroutine<Void> take() {
    world.counts.operation("take");
    AsyncQueue<Integer> queue = world.queue();
    int item = await(waitFor(queue.take(), world.moment()));
    world.taken(item);
    return done();
  }

  @Async
  Coroutine<Void> awaitSignal() {
    world.counts.operation("await signal");
    try (var held = await(world.condition.acquire());
        var limit = timeout(world.moment())) {
      try {
        await(world.condition.waitUntil(() -> world.signals > 0));
        world.signals--;
      } finally {
        world.check(
            world.condition.lock().owner() == Tasks.current(), "the condition's lock is not held");
      }
      limit.reschedule(PATIENCE);
      held.release();
    }
    return done();
  }

  @Async
  Coroutine<Void> signal() {
    world.counts.operation("signal");
    try (var held = await(world.condition.acquire())) {
      world.signals++;
      world.condition.signal(1);
      await(pause());
      held.release();
    }
    return done();
  }

  @Async
  Coroutine<Void> awaitEvent() {
    world.counts.operation("await event");
    if (world.chance(3)) {
      world.event.set();
      world.event.clear();
      return pause();
    }
    return waitFor(world.event.waitUntilSet(), world.moment());
  }

  @Async
  Coroutine<Void> arrive() {
    world.counts.operation("arrive");
    if (world.barrier.isBroken()) {
      world.barrier.reset();
    }
    await(waitFor(world.barrier.arrive(), PATIENCE));
    return done();
  }

  @Async
  Coroutine<Void> inGroup() {
    world.counts.operation("group");
    int[] running = {0};
    try (var group = TaskGroup.open()) {
      for (int i = world.random.nextInt(4); i >= 0; i--) {
        group.start(inside(running));
      }
      await(pause());
    } finally {
      world.check(running[0] == 0, "a group has ended before its tasks");
    }
    return done();
  }

  @Async
  Coroutine<Void> inside(int[] running) {
    running[0]++;
    try {
      await(world.chance(4) ? withLock() : pause());
    } finally {
      running[0]--;
    }
    return done();
  }

  @Async
  Coroutine<Void> gathered() {
    world.counts.operation("gather");
    if (world.chance(2)) {
      await(gather(pause(), pause()));
    } else {
      var outcomes = await(gatherSettled(pause(), pause(), pause()));
      world.check(outcomes.size() == 3, "not all that was gathered is there");
    }
    return done();
  }

  @Async
  Coroutine<Void> waited() {
    world.counts.operation("wait");
    List<Task<Void>> tasks = List.of(start(pause()), start(pause()));
    try {
      ReturnWhen until = ALL_MODES.get(world.random.nextInt(ALL_MODES.size()));
      await(Tasks.wait(tasks, until, world.moment()));
    } finally {
      for (Task<Void> task : tasks) {
        task.cancel();
      }
      await(gatherSettled(tasks));
    }
    return done();
  }

  @Async
  Coroutine<Void> completed() {
    world.counts.operation("completions");
    List<Task<Void>> tasks = List.of(start(pause()), start(pause()), start(pause()));
    try {
      int given = 0;
      for (Task<Void> task : awaitEach(Tasks.asCompleted(tasks, PATIENCE))) {
        world.check(task.isDone(), "what was given is not done");
        given++;
        await(yieldNow());
      }
      world.check(given == tasks.size(), "not all that are done were given");
    } finally {
      for (Task<Void> task : tasks) {
        task.cancel();
      }
      await(gatherSettled(tasks));
    }
    return done();
  }

  @Async
  Coroutine<Void> shielded() {
    world.counts.operation("shield");
    await(waitFor(shield(gatherSettled(pause())), world.moment()));
    return done();
  }

  @Async
  AsyncGenerator<Integer> numbers() {
    world.open++;
    try {
      for (int i = 0; i < 4; i++) {
        emit(i);
        await(pause());
      }
    } finally {
      try {
        await(yieldNow());
      } finally {
        world.open--;
      }
    }
    return end();
  }

  @Async
  AsyncGenerator<Integer> doubled() {
    world.open++;
    try {
      for (int number : awaitEach(numbers())) {
        emit(2 * number);
      }
    } finally {
      world.open--;
    }
    return end();
  }

  @Async
  Coroutine<Void> pipeline() {
    world.counts.operation("generators");
    int last = 2 * world.random.nextInt(6);
    int before = -2;
    for (int number : awaitEach(doubled())) {
      world.check(number == before + 2, "an element is missing");
      before = number;
      await(pause());
      if (number == last) {
        break;
      }
    }
    return done();
  }

  @Async
  AsyncGenerator<String> resource() {
    await(pause());
    world.open++;
    try {
      emit("open");
    } finally {
      world.open--;
      await(yieldNow());
    }
    return end();
  }

  @Async
  Coroutine<Void> inContext() {
    world.counts.operation("context");
    try (var context = await(AsyncContext.enter(resource()))) {
      world.check(context.value().equals("open"), "the resource is not open");
      await(pause());
    }
    return done();
  }

  @Async
  Coroutine<Void> inThread() {
    world.counts.operation("thread");
    int answer =
        await(
            toThread(
                world.outside,
                () -> {
                  if (Thread.currentThread().getName().isEmpty()) {
                    throw new Fault();
                  }
                  return 42;
                }));
    world.check(answer == 42, "a thread has answered wrongly");
    return done();
  }

  @Async
  Coroutine<Void> ofFuture() {
    world.counts.operation("future");
    CompletableFuture<Integer> future = new CompletableFuture<>();
    boolean fails = world.chance(10);
    world.outside.execute(
        () -> {
          if (fails) {
            future.completeExceptionally(new Fault());
          } else {
            future.complete(42);
          }
        });
    await(yieldNow());
    int answer = await(future);
    world.check(answer == 42 && !fails, "a future has answered wrongly");
    return done();
  }

  @Async
  Coroutine<Void> limits() {
    world.counts.operation("limits");
    try (var outer = timeout(world.moment())) {
      try (var inner = timeout(world.moment())) {
        await(pause());
        inner.reschedule(world.moment());
        await(pause());
      }
      await(sleep(PATIENCE));
      outer.reschedule(world.moment());
      await(pause());
    }
    return done();
  }

  /** A value goes from one task to several, through a promise. */
  @Async
  Coroutine<Void> handOver() {
    world.counts.operation("promise");
    Promise<Integer> promise = EventLoop.current().newPromise();
    Task<Void> giver = start(give(promise));
    try {
      int value = await(waitFor(shield(promise), PATIENCE));
      world.check(value == 42, "a promise has given something else");
    } finally {
      await(gatherSettled(giver));
    }
    return done();
  }

  @Async
  Coroutine<Void> give(Promise<Integer> promise) {
    try {
      await(pause());
    } finally {
      EventLoop loop = EventLoop.current();
      if (world.chance(2)) {
        promise.complete(42);
      } else {
        world.outside.execute(() -> completeIn(loop, promise));
      }
    }
    return done();
  }

  private static void completeIn(EventLoop loop, Promise<Integer> promise) {
    try {
      loop.execute(() -> promise.complete(42));
    } catch (RejectedExecutionException closed) {
      return; // nobody waits for it any more
    }
  }
}
