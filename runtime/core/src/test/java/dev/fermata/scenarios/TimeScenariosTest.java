package dev.fermata.scenarios;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.testing.explore.CancelEverywhere;
import dev.fermata.testing.explore.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeScenariosTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static Scenario cleanupThatWaits() {
    return stage -> {
      int[] open = {0};
      stage.participant(
          "worker",
          () -> {
            open[0]++;
            try {
              stage.await(sleep(SECOND));
            } finally {
              open[0]--;
              await(sleep(SECOND));
            }
          });
      stage.invariant("all is closed", () -> open[0] == 0);
    };
  }

  @Test
  void sleepInABodyAndInItsCleanup() {
    CancelEverywhere.explore(cleanupThatWaits());
  }

  @Test
  void sleepsOfSeveralAtTheSameTimes() {
    CancelEverywhere.explore(
        stage -> {
          for (String name : new String[] {"a", "b", "c"}) {
            stage.participant(
                name,
                () -> {
                  stage.await(sleep(SECOND));
                  stage.await(yieldNow());
                  stage.await(sleep(SECOND));
                });
          }
        });
  }
}
