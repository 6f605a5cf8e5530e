package dev.fermata.machine;

import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The generators that a loop has to close, in the order in which they began. */
final class OpenGenerators {
  private final ReferenceQueue<GeneratorHandle<?>> lost = new ReferenceQueue<>();
  private @Nullable OpenGenerator first;
  private @Nullable OpenGenerator last;

  /** Those that were lost while they ran: they are closed when that is over. */
  private final List<OpenGenerator> running = new ArrayList<>();

  ReferenceQueue<GeneratorHandle<?>> lost() {
    return lost;
  }

  OpenGenerator add(GeneratorHandle<?> handle, @Nullable Throwable beginning) {
    OpenGenerator added = new OpenGenerator(this, handle, beginning);
    OpenGenerator before = last;
    added.previous = before;
    if (before == null) {
      first = added;
    } else {
      before.next = added;
    }
    last = added;
    return added;
  }

  void remove(OpenGenerator ended) {
    OpenGenerator before = ended.previous;
    OpenGenerator after = ended.next;
    if (before == null) {
      first = after;
    } else {
      before.next = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.previous = before;
    }
    ended.previous = null;
    ended.next = null;
  }

  List<OpenGenerator> toList() {
    List<OpenGenerator> all = new ArrayList<>();
    for (OpenGenerator one = first; one != null; one = one.next) {
      all.add(one);
    }
    return all;
  }

  /** Returns those that no program has any more, each of them once. */
  List<OpenGenerator> removeLost() {
    if (first == null) {
      return List.of();
    }
    while (lost.poll() instanceof OpenGenerator one) {
      running.add(one);
    }
    if (running.isEmpty()) {
      return List.of();
    }
    List<OpenGenerator> idle = new ArrayList<>();
    running.removeIf(one -> !one.machine.isRunning() && idle.add(one));
    return idle;
  }
}
