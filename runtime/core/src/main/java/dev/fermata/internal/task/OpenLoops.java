package dev.fermata.internal.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/** The loops of this JVM that are not closed, for reports. It keeps none of them alive. */
public final class OpenLoops {
  private static final Set<Loop> ALL =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private OpenLoops() {}

  static void add(Loop loop) {
    ALL.add(loop);
  }

  static void remove(Loop loop) {
    ALL.remove(loop);
  }

  /** Returns them in the order in which they were made. For any thread. */
  public static List<Loop> all() {
    List<Loop> all;
    synchronized (ALL) {
      all = new ArrayList<>(ALL);
    }
    all.sort(Comparator.comparingLong(Loop::number));
    return all;
  }
}
