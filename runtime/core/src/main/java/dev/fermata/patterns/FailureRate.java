package dev.fermata.patterns;

import java.util.Arrays;

/**
 * A share of the calls of the last while. It counts the calls of a tenth of that time together, in
 * a ring, so that it costs the same however many there are.
 */
final class FailureRate implements Limit {
  private static final int TENTHS = 10;

  private final double share;
  private final int least;
  private final long width;
  private final int[] calls = new int[TENTHS];
  private final int[] failures = new int[TENTHS];

  /** The number of the present tenth, counted from time 0. */
  private long present;

  FailureRate(double share, int least, long window) {
    this.share = share;
    this.least = least;
    this.width = Math.max(1, window / TENTHS);
  }

  @Override
  public boolean isExceededBy(boolean failed, long now) {
    advanceTo(Math.floorDiv(now, width));
    int index = index(present);
    calls[index]++;
    failures[index] += failed ? 1 : 0;
    int all = Arrays.stream(calls).sum();
    return all >= least && Arrays.stream(failures).sum() >= share * all;
  }

  private void advanceTo(long tenth) {
    for (long passed = Math.min(tenth - present, TENTHS); passed > 0; passed--) {
      int index = index(tenth - passed + 1);
      calls[index] = 0;
      failures[index] = 0;
    }
    present = tenth;
  }

  private static int index(long tenth) {
    return (int) Math.floorMod(tenth, (long) TENTHS);
  }

  @Override
  public void forget() {
    Arrays.fill(calls, 0);
    Arrays.fill(failures, 0);
  }
}
