package dev.fermata.scenarios;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.yieldNow;
import static dev.fermata.testing.Programs.act;
import static dev.fermata.testing.Programs.with;

import dev.fermata.AsyncExitStack;
import dev.fermata.CancelledError;
import dev.fermata.machine.Bodies;
import dev.fermata.testing.explore.CancelEverywhere;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is handed over to code that cannot await, and resources in any number. */
class FlowScenariosTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void aGeneratorBehindAPublisherIsClosed() {
    CancelEverywhere.explore(
        stage -> {
          Tally open = new Tally();
          List<Integer> seen = new ArrayList<>();
          var consumer =
              stage
                  .participant(
                      "consumer",
                      () ->
                          with(
                              Bodies.<Integer>each(SlowNumbers.of(stage, open).toPublisher()),
                              each -> {
                                for (int number : each) {
                                  seen.add(number);
                                  stage.await(yieldNow());
                                  if (number == 2) {
                                    break;
                                  }
                                }
                              }))
                  .mayEndWith(CancelledError.class); // as the walk behind the publisher does
          stage.invariant("the generator is closed", open::isEmpty);
          stage.invariant(
              "all were seen", () -> !consumer.hasSucceeded() || seen.equals(List.of(1, 2)));
        });
  }

  @Test
  void aGeneratorThatIsCollectedIsClosed() {
    CancelEverywhere.explore(
        stage -> {
          Tally open = new Tally();
          stage.participant(
              "consumer",
              () -> {
                List<Integer> all = stage.await(SlowNumbers.of(stage, open).toList());
                if (!all.equals(List.of(1, 2, 3))) {
                  throw new AssertionError(all);
                }
              });
          stage.invariant("the generator is closed", open::isEmpty);
        });
  }

  @Test
  void anExitStackLeavesAllThatItHas() {
    CancelEverywhere.explore(
        stage -> {
          Tally open = new Tally();
          stage.participant(
              "owner",
              () ->
                  with(
                      AsyncExitStack.open(),
                      stack -> {
                        for (int i = 0; i < 3; i++) {
                          stage.await(sleep(SECOND));
                          open.enter();
                          stack.onExit(
                              () ->
                                  act(
                                      () -> {
                                        try {
                                          await(sleep(SECOND));
                                        } finally {
                                          open.leave();
                                        }
                                      }));
                        }
                        stage.await(yieldNow());
                      }));
          stage.invariant("all are left", open::isEmpty);
        });
  }
}
