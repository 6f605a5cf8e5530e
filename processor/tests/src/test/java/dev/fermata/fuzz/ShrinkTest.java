package dev.fermata.fuzz;

import dev.fermata.fuzz.shrink.Shrink;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A command rather than a test: shrinks the programs of the seeds that the system property {@code
 * fuzz.shrink} lists.
 */
@EnabledIfSystemProperty(named = "fuzz.shrink", matches = ".+")
class ShrinkTest {
  @Test
  @Timeout(value = 1, unit = TimeUnit.DAYS)
  void shrinks() {
    Shrink shrink = new Shrink(System.out);
    Arrays.stream(System.getProperty("fuzz.shrink").split(","))
        .mapToLong(Long::parseLong)
        .forEach(shrink::shrink);
  }
}
