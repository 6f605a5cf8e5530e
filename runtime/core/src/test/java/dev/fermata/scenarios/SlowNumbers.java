package dev.fermata.scenarios;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.testing.Programs.gen;

import dev.fermata.AsyncGenerator;
import dev.fermata.testing.explore.Stage;
import java.time.Duration;

/** A generator that takes time for each element, and for leaving. */
final class SlowNumbers {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private SlowNumbers() {}

  /** Emits 1, 2 and 3; says who is in it. */
  static AsyncGenerator<Integer> of(Stage stage, Tally open) {
    return gen(
        () -> {
          open.enter();
          try {
            for (int i = 1; i <= 3; i++) {
              stage.await(sleep(SECOND));
              emit(i);
            }
          } finally {
            try {
              await(sleep(SECOND));
            } finally {
              open.leave();
            }
          }
        });
  }
}
