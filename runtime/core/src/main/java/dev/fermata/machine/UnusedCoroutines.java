package dev.fermata.machine;

import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The coroutines that were made on the thread of a loop and were not used so far. They are watched
 * in debug mode only.
 */
public final class UnusedCoroutines {
  /** Gives those of this thread's loop, if it is in debug mode; null as long as no loop was. */
  private static @Nullable Supplier<@Nullable UnusedCoroutines> ofThisThread;

  private final ReferenceQueue<CoroutineMachine<?>> collected = new ReferenceQueue<>();

  /** A coroutine may be started by another thread than the one that has made it. */
  private final Set<UnusedCoroutine> all = ConcurrentHashMap.newKeySet();

  /** Makes those of a loop. */
  public UnusedCoroutines() {}

  /** Watches coroutines that are made from here on, in threads for which there is a loop. */
  public static void watch(Supplier<@Nullable UnusedCoroutines> here) {
    ofThisThread = here;
  }

  /** Returns what marks a coroutine that is being made, and is watched; mostly null. */
  static @Nullable Machine mark(CoroutineMachine<?> made) {
    Supplier<@Nullable UnusedCoroutines> watched = ofThisThread;
    UnusedCoroutines here = watched == null ? null : watched.get();
    return here == null ? null : here.add(made);
  }

  private Machine add(CoroutineMachine<?> made) {
    UnusedCoroutine unused = new UnusedCoroutine(this, made);
    all.add(unused);
    return new Machine.Unused(unused);
  }

  ReferenceQueue<CoroutineMachine<?>> collected() {
    return collected;
  }

  void remove(UnusedCoroutine used) {
    all.remove(used);
  }

  /** Takes out those that can never be used any more, since they were collected as garbage. */
  public List<UnusedCoroutine> removeCollected() {
    List<UnusedCoroutine> lost = new ArrayList<>();
    while (!all.isEmpty() && collected.poll() instanceof UnusedCoroutine one) {
      if (all.remove(one)) {
        lost.add(one);
      }
    }
    return lost;
  }

  /** Takes out all. */
  public List<UnusedCoroutine> removeAll() {
    List<UnusedCoroutine> rest = new ArrayList<>(all);
    all.clear();
    return rest;
  }
}
