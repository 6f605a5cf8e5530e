package dev.fermata.samples.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SoakTest {
  @Test
  void nothingIsLostInManyOperations() {
    Counts counts = new Soak(400_000, 1, 20_000).run(false);
    assertTrue(counts.operations() >= 400_000, counts.toString());
    for (String what : List.of("! cancelled", "! queue shut down", "! barrier broken")) {
      assertTrue(counts.of(what) > 0, counts.toString());
    }
    for (String ending : List.of("= done", "= cancelled", "= Fault", "= AsyncTimeoutException")) {
      assertTrue(counts.of(ending) > 1_000, counts.toString());
    }
  }

  @Test
  void aRoundCanBeHadAgain() {
    for (long seed : new long[] {1, 2, 3}) {
      String first = new Round(seed, 5_000).run().toString();
      assertEquals(first, new Round(seed, 5_000).run().toString());
    }
  }
}
