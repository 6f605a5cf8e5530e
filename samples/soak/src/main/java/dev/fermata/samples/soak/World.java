package dev.fermata.samples.soak;

import dev.fermata.EventLoop;
import dev.fermata.sync.AsyncBarrier;
import dev.fermata.sync.AsyncCondition;
import dev.fermata.sync.AsyncEvent;
import dev.fermata.sync.AsyncLock;
import dev.fermata.sync.AsyncQueue;
import dev.fermata.sync.AsyncSemaphore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;

/** What the tasks of a round share, and the accounts of it. */
final class World {
  static final int PERMITS = 3;
  private static final int ROOM = 4;

  final Random random;
  final Executor outside;
  final Counts counts = new Counts();
  final List<String> complaints = new ArrayList<>();

  final AsyncLock lock = new AsyncLock();
  final AsyncSemaphore semaphore = new AsyncSemaphore(PERMITS);
  final AsyncCondition condition = new AsyncCondition();
  final AsyncEvent event = new AsyncEvent();
  final AsyncBarrier barrier = new AsyncBarrier(3);
  private final List<AsyncQueue<Integer>> queues =
      new ArrayList<>(List.of(newQueue(0), newQueue(1), newQueue(2), newQueue(3)));

  /** Items that were put and not taken. */
  private final Set<Integer> items = new HashSet<>();

  /** Queues that were shut down: what was on its way to a task may be put back later. */
  private final List<AsyncQueue<Integer>> retired = new ArrayList<>();

  private int nextItem;

  int inLock;
  int inSemaphore;
  int signals;
  int open;
  private boolean ending;

  World(Random random, Executor outside) {
    this.random = random;
    this.outside = outside;
  }

  private static AsyncQueue<Integer> newQueue(int kind) {
    return switch (kind) {
      case 0 -> AsyncQueue.bounded(ROOM);
      case 1 -> AsyncQueue.unbounded();
      case 2 -> AsyncQueue.priority(ROOM, Comparator.naturalOrder());
      default -> AsyncQueue.lifo(ROOM);
    };
  }

  /** Returns true one time in {@code times}. */
  boolean chance(int times) {
    return random.nextInt(times) == 0;
  }

  /** Returns a short time; of few different ones, so that many end at once. */
  Duration moment() {
    return Duration.ofMillis(random.nextInt(4));
  }

  AsyncQueue<Integer> queue() {
    return queues.get(random.nextInt(queues.size()));
  }

  /** Shuts a queue down, and puts another one in its place. */
  void replaceQueue() {
    int kind = random.nextInt(queues.size());
    AsyncQueue<Integer> old = queues.set(kind, newQueue(kind));
    old.shutdown();
    retired.add(old);
  }

  /** Nothing waits for a queue any more. */
  void end() {
    ending = true;
    queues.forEach(AsyncQueue::shutdown);
  }

  private void drain(AsyncQueue<Integer> queue) {
    while (!queue.isEmpty()) {
      Integer item = queue.tryTake();
      if (item == null) {
        complain("an item is on its way to nobody: " + queue);
        return;
      }
      taken(item);
    }
  }

  boolean isEnding() {
    return ending;
  }

  int newItem() {
    return nextItem++;
  }

  void put(int item) {
    if (!items.add(item)) {
      complain("an item was put twice");
    }
  }

  void taken(int item) {
    if (!items.remove(item)) {
      complain("an item was taken that is not there");
    }
  }

  void check(boolean holds, String otherwise) {
    if (!holds) {
      complain(otherwise);
    }
  }

  void complain(String what) {
    complaints.add("t=" + EventLoop.current().time() + " " + what);
  }

  /** Every task has ended: nothing may be held, and no item may be missing. */
  void settle() {
    check(inLock == 0 && !lock.isLocked(), "the lock is held: " + lock);
    check(inSemaphore == 0 && semaphore.availablePermits() == PERMITS, "permits: " + semaphore);
    check(!condition.lock().isLocked(), "the lock of the condition is held: " + condition);
    check(barrier.waiting() == 0, "somebody waits at the barrier: " + barrier);
    check(open == 0, open + " generators or resources are open");
    queues.forEach(this::drain);
    retired.forEach(this::drain);
    check(items.isEmpty(), items.size() + " items are lost");
  }
}
