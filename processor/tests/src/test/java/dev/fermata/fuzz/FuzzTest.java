package dev.fermata.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random programs do the same in both modes.
 *
 * <p>The number of programs, the first seed, how often each is run and for how many minutes are
 * system properties.
 */
class FuzzTest {
  private static final int PROGRAMS = 300;
  private static final long SEED = Long.getLong("fuzz.seed", 1L);
  private static final int MASKS = Integer.getInteger("fuzz.masks", 6);
  private static final int MINUTES = Integer.getInteger("fuzz.minutes", 0);

  @Test
  @Timeout(value = 7, unit = TimeUnit.DAYS) // as many programs, or hours, as were asked for
  void bothModesDoTheSame() throws InterruptedException {
    long programs = Long.getLong("fuzz.programs", MINUTES > 0 ? Long.MAX_VALUE : PROGRAMS);
    Report report = new Report(System.out);
    Fuzzer fuzzer = new Fuzzer(SEED, programs, MASKS, report);
    if (MINUTES > 0) {
      fuzzer.endAfter(Duration.ofMinutes(MINUTES));
    }
    fuzzer.run();
    report.summarize();
    assertEquals(
        Map.of(), report.failures(), "shrink one with -Dtest=ShrinkTest -Dfuzz.shrink=<seed>");
    // The generator knows the language, but not all faults of all releases of javac.
    assertTrue(
        report.invalid().size() <= 5 + report.judged() / 20, () -> report.invalid().toString());
  }
}
