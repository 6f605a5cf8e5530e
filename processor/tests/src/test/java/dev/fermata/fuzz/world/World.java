package dev.fermata.fuzz.world;

import dev.fermata.Awaitable;
import dev.fermata.EventLoop;
import dev.fermata.laboratory.fixture.Fixture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The vocabulary of generated programs. A site is a number that stands for a place in the program;
 * it shows in the trace, and together with the mask of the run it decides what happens there.
 */
public final class World {
  /** How many different masks there are. */
  public static final int MASKS = 1 << 16;

  private static final int FUEL = 120;
  private static final int LONGEST_TEXT = 60;

  private static Mask mask = new Mask(0);
  private static int fuel;

  private World() {}

  /** Starts a run: its mask is the first choice of the plan. */
  public static void begin() {
    mask = new Mask(Fixture.choose(MASKS));
    fuel = FUEL;
    EventLoop.current().setExceptionHandler((loop, context) -> {});
  }

  /** Uses up fuel; false when there is none left, which ends loops and recursions. */
  public static boolean fuel() {
    return fuel-- > 0;
  }

  /** Writes down two values. */
  public static void log(int site, @Nullable Object first, @Nullable Object second) {
    Fixture.log(site + " " + Text.of(first) + " " + Text.of(second));
  }

  /** Writes down a number and gives it back. */
  public static int note(int site, int value) {
    Fixture.log(site + " " + value);
    return value;
  }

  /** Writes down a number and gives it back. */
  public static long note(int site, long value) {
    Fixture.log(site + " " + value);
    return value;
  }

  /** What the mask says of a condition here and now. */
  public static boolean flag(int site) {
    boolean value = mask.flag(site);
    Fixture.log("?" + site + " " + value);
    return value;
  }

  /** Throws the checked exception where the mask says so. */
  public static void risky(int site) throws Checked {
    if (mask.fails(site)) {
      Fixture.log("risky " + site);
      throw new Checked(site);
    }
  }

  /** Something to await: what it does is up to the mask. */
  public static <V extends @Nullable Object> Awaitable<V> point(int site, V value) {
    Fixture.log("await " + site + " " + Text.of(value));
    return Points.awaitable(mask.behaviour(site), site, value);
  }

  /** A stage of the JDK to await: what it does is up to the mask. */
  public static <V extends @Nullable Object> CompletionStage<V> stage(int site, V value) {
    Fixture.log("stage " + site + " " + Text.of(value));
    return Points.stage(mask.behaviour(site), site, value);
  }

  /** A publisher of three elements, which may fail after the first. */
  public static Flow.Publisher<Integer> publisher(int site, int first, int second) {
    Fixture.log("publisher " + site);
    return new LoopPublisher(site, mask.fails(site), first, second, site);
  }

  /** A resource; null where the mask says so. Closing it may fail. */
  public static @Nullable Res res(int site, int value) {
    Fixture.log("open " + site + " " + value);
    return mask.rarely(site) ? null : new Res(site);
  }

  /** A resource that closes asynchronously; null where the mask says so. */
  public static @Nullable AsyncRes asyncRes(int site, int value) {
    Fixture.log("open async " + site + " " + value);
    return mask.rarely(site) ? null : new AsyncRes(site);
  }

  /** A scope that sees the failure of its body, and may replace it. */
  public static @Nullable Scope scope(int site, int value) {
    Fixture.log("open scope " + site + " " + value);
    return mask.rarely(site) ? null : new Scope(site);
  }

  /** A text no longer than some limit, so that loops cannot make strings grow without bound. */
  public static String cut(@Nullable Object value) {
    String text = String.valueOf(value);
    return text.length() <= LONGEST_TEXT
        ? text
        : text.substring(0, LONGEST_TEXT) + "#" + text.hashCode();
  }

  static Mask mask() {
    return mask;
  }
}
