package dev.fermata.fuzz.world;

import java.util.HashMap;
import java.util.Map;

/**
 * Decides what happens at each site of a program in one run. A decision depends on the number of
 * the mask, the site, and how often the site was asked before, and on nothing else: so what a
 * shrinker takes away changes nothing elsewhere.
 */
final class Mask {
  /** What an awaitable does. */
  enum Behaviour {
    READY,
    READY_COROUTINE,
    PENDING,
    PENDING_COROUTINE,
    FAILED,
    FAILING_LATER,
    THROWN_AT_ONCE
  }

  /** The masks that let everything succeed, at once or later; the others mix. */
  private static final int ALL_READY = 0;

  private static final int ALL_PENDING = 1;

  private final int number;
  private final Map<Integer, Integer> asked = new HashMap<>();

  Mask(int number) {
    this.number = number;
  }

  private int draw(int site, int bound) {
    int times = asked.merge(site, 1, Integer::sum);
    long bits =
        (number * 0x9E3779B97F4A7C15L)
            ^ (site * 0xC2B2AE3D27D4EB4FL)
            ^ (times * 0x165667B19E3779F9L);
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return (int) Long.remainderUnsigned(bits ^ (bits >>> 31), bound);
  }

  /** Odd masks let hardly anything fail, so that programs get far. */
  private boolean inAHundred(int site, int often) {
    return number > ALL_PENDING && draw(site, 100) < (number % 2 == 1 ? often / 4 : often);
  }

  boolean flag(int site) {
    return draw(site, 2) == 0;
  }

  boolean rarely(int site) {
    return inAHundred(site, 8);
  }

  boolean fails(int site) {
    return inAHundred(site, 20);
  }

  Behaviour behaviour(int site) {
    if (fails(site)) {
      int kind = draw(site, 5);
      return kind < 2
          ? Behaviour.FAILED
          : kind < 4 ? Behaviour.FAILING_LATER : Behaviour.THROWN_AT_ONCE;
    }
    boolean coroutine = draw(site, 2) == 0;
    boolean pending = number == ALL_PENDING || (number != ALL_READY && draw(site, 2) == 0);
    if (pending) {
      return coroutine ? Behaviour.PENDING_COROUTINE : Behaviour.PENDING;
    }
    return coroutine ? Behaviour.READY_COROUTINE : Behaviour.READY;
  }

  /** The failure of a site. */
  Throwable failure(int site) {
    return switch (draw(site, 6)) {
      case 0, 1 -> new Failure(site);
      case 2 -> new Failure.Sub(site);
      case 3 -> new IllegalStateException("illegal " + site);
      case 4 -> new Checked(site);
      default -> new AssertionError("error " + site);
    };
  }

  /** How many turns of the loop a pending awaitable takes. */
  int turns(int site) {
    return 1 + draw(site, 3);
  }
}
