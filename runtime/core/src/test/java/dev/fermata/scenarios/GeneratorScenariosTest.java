package dev.fermata.scenarios;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.emitAll;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.yieldNow;
import static dev.fermata.testing.Programs.act;
import static dev.fermata.testing.Programs.gen;
import static dev.fermata.testing.Programs.with;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncContext;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.machine.Bodies;
import dev.fermata.testing.explore.CancelEverywhere;
import dev.fermata.testing.explore.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratorScenariosTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static AsyncGenerator<Integer> twice(
      Stage stage, AsyncGenerator<Integer> source, Tally open) {
    return gen(
        () -> {
          open.enter();
          try {
            walk(
                source,
                number -> {
                  stage.await(yieldNow());
                  emit(2 * number);
                  return true;
                });
          } finally {
            open.leave();
          }
        });
  }

  /** The body of a loop; returns whether to go on. */
  private interface Step<T> {
    boolean run(T element) throws Throwable;
  }

  /** A loop over {@code awaitEach(source)}. */
  private static <T> void walk(AsyncIterable<T> source, Step<T> step) throws Throwable {
    with(
        Bodies.<T>each(source),
        each -> {
          for (T element : each) {
            if (!step.run(element)) {
              break;
            }
          }
        });
  }

  /** Explores what a consumer does; what it has opened has to be closed when it has ended. */
  private interface Consumer {
    AsyncAction of(Stage stage, Tally open);
  }

  private static void explore(Consumer consumer) {
    CancelEverywhere.explore(
        stage -> {
          Tally open = new Tally();
          AsyncAction body = consumer.of(stage, open);
          stage.participant(
              "consumer",
              () -> {
                try {
                  body.run();
                } finally {
                  if (!open.isEmpty()) {
                    throw new AssertionError("the loop has left a generator open");
                  }
                }
              });
          stage.participant("other", () -> stage.await(sleep(SECOND)));
        });
  }

  @Test
  void aPipelineIsClosedFromItsEnd() {
    explore(
        (stage, open) ->
            () -> {
              List<Integer> seen = new ArrayList<>();
              walk(
                  twice(stage, SlowNumbers.of(stage, open), open),
                  number -> {
                    stage.await(yieldNow());
                    return seen.add(number);
                  });
              if (!seen.equals(List.of(2, 4, 6))) {
                throw new AssertionError(seen);
              }
            });
  }

  @Test
  void aLoopThatIsLeftEarlyCloses() {
    explore(
        (stage, open) ->
            () -> {
              walk(
                  twice(stage, SlowNumbers.of(stage, open), open),
                  number -> {
                    stage.await(sleep(SECOND));
                    return number != 4;
                  });
            });
  }

  @Test
  void aLoopWhoseBodyFailsCloses() {
    explore(
        (stage, open) ->
            () -> {
              try {
                walk(
                    SlowNumbers.of(stage, open),
                    number -> {
                      stage.await(yieldNow());
                      throw new IllegalArgumentException("" + number);
                    });
              } catch (IllegalArgumentException expected) {
                stage.await(yieldNow());
              }
            });
  }

  @Test
  void aFailureOfClosingIsSeenThroughAPipeline() {
    CancelEverywhere.explore(
        stage -> {
          AsyncGenerator<Integer> failing =
              gen(
                  () -> {
                    try {
                      emit(1);
                    } finally {
                      await(sleep(SECOND));
                      throwBroken();
                    }
                  });
          Tally open = new Tally();
          stage
              .participant(
                  "consumer",
                  () -> {
                    walk(twice(stage, failing, open), number -> false);
                    throw new AssertionError("the failure of closing is lost");
                  })
              .mayEndWith(IllegalStateException.class);
          stage.invariant("is closed", open::isEmpty);
        });
  }

  private static void throwBroken() {
    throw new IllegalStateException("broken");
  }

  @Test
  void whatIsThrownInIsSeenAtTheEmit() {
    explore(
        (stage, open) ->
            () -> {
              AsyncGenerator<String> generator =
                  gen(
                      () -> {
                        open.enter();
                        try {
                          emit("first");
                        } catch (IllegalArgumentException expected) {
                          stage.await(sleep(SECOND));
                          emit("caught");
                        } finally {
                          open.leave();
                        }
                      });
              try {
                stage.await(generator.moveNext());
                stage.await(generator.throwIn(new IllegalArgumentException()));
                if (!generator.current().equals("caught")) {
                  throw new AssertionError(generator.current());
                }
              } finally {
                await(generator.closeAsync());
              }
            });
  }

  @Test
  void whatIsHandedOnIsClosedAsWell() {
    explore(
        (stage, open) ->
            () -> {
              AsyncGenerator<Integer> all =
                  gen(
                      () -> {
                        emitAll(SlowNumbers.of(stage, open));
                        emitAll(AsyncGenerator.from(List.of(7, 8)));
                        emitAll(AsyncGenerator.from(Stream.of(9)));
                      });
              walk(
                  all,
                  number -> {
                    stage.await(yieldNow());
                    return number != 8;
                  });
            });
  }

  @Test
  void aGeneratorBetweenTwoTasksIsNotUsedTwice() {
    CancelEverywhere.explore(
        stage -> {
          Tally open = new Tally();
          AsyncGenerator<Integer> shared = SlowNumbers.of(stage, open);
          for (String name : List.of("a", "b")) {
            stage
                .participant(
                    name,
                    () -> {
                      boolean any = true;
                      while (any) {
                        any = stage.await(shared.moveNext());
                      }
                    })
                .mayEndWith(IllegalStateException.class);
          }
          stage.afterwards(() -> await(shared.closeAsync()));
          stage.invariant("is closed", open::isEmpty);
        });
  }

  @Test
  void aResourceMadeOfAGenerator() {
    explore(
        (stage, open) ->
            () -> {
              AsyncGenerator<String> connection =
                  gen(
                      () -> {
                        stage.await(sleep(SECOND));
                        open.enter();
                        try {
                          emit("connection");
                        } finally {
                          try {
                            await(sleep(SECOND));
                          } finally {
                            open.leave();
                          }
                        }
                      });
              with(
                  stage.await(AsyncContext.enter(connection)),
                  context -> {
                    if (!context.value().equals("connection") || open.now() != 1) {
                      throw new AssertionError(context.value());
                    }
                    stage.await(sleep(SECOND));
                  });
            });
  }

  @Test
  void resourcesAreLeftInReverse() {
    CancelEverywhere.explore(
        stage -> {
          List<String> order = new ArrayList<>();
          stage.participant(
              "owner",
              () ->
                  with(
                      resource("outer", order),
                      outer -> {
                        stage.await(yieldNow());
                        with(resource("inner", order), inner -> stage.await(sleep(SECOND)));
                      }));
          stage.invariant(
              "what was opened last is closed first",
              () ->
                  order.isEmpty()
                      || order.equals(List.of("outer+", "outer-"))
                      || order.equals(List.of("outer+", "inner+", "inner-", "outer-")));
        });
  }

  private static AsyncCloseable resource(String name, List<String> order) {
    order.add(name + "+");
    return () ->
        act(
            () -> {
              try {
                await(sleep(SECOND));
              } finally {
                order.add(name + "-");
              }
            });
  }

  @Test
  void aPublisherIsUnsubscribedFrom() {
    CancelEverywhere.explore(
        stage -> {
          SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>(stage.outside(), 4);
          stage.helper(
              "publisher",
              () -> {
                for (int i = 1; i <= 4; i++) {
                  await(sleep(SECOND));
                  publisher.offer(i, null);
                }
                publisher.close();
              });
          List<Integer> seen = new ArrayList<>();
          var consumer =
              stage.participant(
                  "consumer",
                  () ->
                      walk(
                          AsyncGenerator.from(publisher),
                          number -> {
                            seen.add(number);
                            stage.await(yieldNow());
                            return number != 3;
                          }));
          stage.invariant("nobody is subscribed", () -> publisher.getNumberOfSubscribers() == 0);
          stage.invariant(
              "all were seen", () -> !consumer.hasSucceeded() || seen.equals(List.of(1, 2, 3)));
        });
  }
}
