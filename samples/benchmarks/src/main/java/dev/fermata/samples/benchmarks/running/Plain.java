package dev.fermata.samples.benchmarks.running;

import java.util.Iterator;
import org.openjdk.jmh.annotations.CompilerControl;

/** The same by plain methods, where nothing has to wait: what is below all others. */
final class Plain {
  private Plain() {}

  static int call(int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += increment(i & Work.SMALL);
    }
    return sum;
  }

  /** Is called, not inlined: else there would be nothing left of the loop. */
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static int increment(int value) {
    return value + 1;
  }

  static int consume(int count) {
    int sum = 0;
    Iterable<Integer> numbers = () -> new Numbers(count);
    for (int number : numbers) {
      sum += number;
    }
    return sum;
  }

  static int descend(int count, int depth) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += level(depth);
    }
    return sum;
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static int level(int depth) {
    return depth == 0 ? 0 : level(depth - 1) + 1;
  }

  private static final class Numbers implements Iterator<Integer> {
    private final int count;
    private int next;

    Numbers(int count) {
      this.count = count;
    }

    @Override
    public boolean hasNext() {
      return next < count;
    }

    @Override
    public Integer next() {
      return next++ & Work.SMALL;
    }
  }
}
