package dev.fermata.internal.task;

import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.LoopGroup;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Loops that run in threads of their own. */
public final class WorkerGroup implements LoopGroup {
  private final List<LoopWorker> workers = new ArrayList<>();
  private final List<Loop> loops = new ArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  private WorkerGroup(Settings settings, List<String> names) {
    Lockstep group = new Lockstep(names.size());
    for (String name : names) {
      Loop loop = new Loop(settings, name);
      loops.add(loop);
      workers.add(new LoopWorker(loop, group));
    }
  }

  /** Makes a group, and starts its threads. */
  static WorkerGroup open(Settings settings, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("a group of " + size + " loops");
    }
    if (settings.clock.isVirtual() || settings.order != null) {
      throw new IllegalArgumentException("a virtual clock, or an order of turns, is for one loop");
    }
    String name = settings.name();
    List<String> names = new ArrayList<>();
    for (int number = 1; number <= size; number++) {
      names.add(name + "-" + number);
    }
    WorkerGroup group = new WorkerGroup(settings, names);
    group.workers.forEach(worker -> worker.start(false));
    return group;
  }

  /** Makes a loop, the only one of its group, whose thread does not keep the JVM running. */
  static Loop openDaemon(String name) {
    WorkerGroup group = new WorkerGroup(new Settings(), List.of(name));
    group.workers.get(0).start(true);
    return group.loops.get(0);
  }

  @Override
  public List<EventLoop> loops() {
    return List.copyOf(loops);
  }

  @Override
  public EventLoop next() {
    return loops.get(nextIndex());
  }

  private int nextIndex() {
    return Math.floorMod(turn.getAndIncrement(), loops.size());
  }

  @Override
  public EventLoop leastLoaded() {
    int first = nextIndex();
    Loop least = loops.get(first);
    for (int i = 1; i < loops.size(); i++) {
      Loop other = loops.get((first + i) % loops.size());
      if (other.load() < least.load()) {
        least = other;
      }
    }
    return least;
  }

  @Override
  public EventLoop forKey(Object key) {
    int hash = key.hashCode() * 0x9E3779B9; // spreads hash codes that have a step in common
    return loops.get((int) ((Integer.toUnsignedLong(hash) * loops.size()) >>> 32));
  }

  @Override
  public <T> Task<T> start(Coroutine<T> coroutine) {
    return leastLoaded().start(coroutine);
  }

  @Override
  public <T> Task<T> start(Coroutine<T> coroutine, String name) {
    return leastLoaded().start(coroutine, name);
  }

  @Override
  public CompletableFuture<@Nullable Void> shutdown() {
    workers.forEach(LoopWorker::stop);
    return CompletableFuture.allOf(
        workers.stream().map(LoopWorker::closed).toArray(CompletableFuture<?>[]::new));
  }

  @Override
  public void close() {
    Bridge.requireNoLoop("close()");
    Bridge.get(shutdown());
  }

  @Override
  public String toString() {
    return "LoopGroup" + loops;
  }
}
