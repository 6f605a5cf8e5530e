package dev.fermata.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Random programs do the same in both modes.
 *
 * <p>The number of programs and the first seed are the system properties {@code fuzz.programs} and
 * {@code fuzz.seed}.
 */
class FuzzTest {
  private static final int PROGRAMS = Integer.getInteger("fuzz.programs", 69);
  private static final long SEED = Long.getLong("fuzz.seed", 82L);
  private static final int MASKS = Integer.getInteger("fuzz.masks", 6);

  @Test
  void bothModesDoTheSame() throws InterruptedException {
    Report report = new Report(System.out, PROGRAMS);
    new Fuzzer(SEED, PROGRAMS, MASKS, report).run();
    report.summarize();
    assertEquals(
        Map.of(), report.failures(), "shrink one with -Dtest=ShrinkTest -Dfuzz.shrink=<seed>");
    // The generator knows the language, but not all faults of all releases of javac.
    assertTrue(report.invalid().size() <= 5 + PROGRAMS / 10, () -> report.invalid().toString());
  }
}
