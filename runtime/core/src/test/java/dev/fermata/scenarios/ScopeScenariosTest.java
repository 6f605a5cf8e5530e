package dev.fermata.scenarios;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.gather;
import static dev.fermata.Coroutines.gatherSettled;
import static dev.fermata.Coroutines.shield;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.timeout;
import static dev.fermata.Coroutines.waitFor;
import static dev.fermata.Coroutines.yieldNow;
import static dev.fermata.testing.Programs.act;
import static dev.fermata.testing.Programs.with;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionGroup;
import dev.fermata.Outcome;
import dev.fermata.Promise;
import dev.fermata.ReturnWhen;
import dev.fermata.Task;
import dev.fermata.TaskGroup;
import dev.fermata.Tasks;
import dev.fermata.testing.explore.CancelEverywhere;
import dev.fermata.testing.explore.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeScenariosTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** What a task of a group fails with. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Is inside for some seconds, and takes one more to leave. */
  private static Coroutine<Void> worker(Stage stage, Tally inside, int seconds) {
    return act(
        () -> {
          inside.enter();
          try {
            stage.await(sleep(SECOND.multipliedBy(seconds)));
          } finally {
            try {
              await(sleep(SECOND));
            } finally {
              inside.leave();
            }
          }
        });
  }

  private static Coroutine<Void> breaking(Stage stage, Tally inside, int seconds) {
    return act(
        () -> {
          await(worker(stage, inside, seconds));
          throw new Broken();
        });
  }

  private static void requireNobody(Tally inside) {
    if (!inside.isEmpty()) {
      throw new AssertionError("a scope has ended before its tasks");
    }
  }

  @Test
  void aGroupOutlivesItsTasks() {
    CancelEverywhere.explore(
        stage -> {
          Tally inside = new Tally();
          stage.participant(
              "owner",
              () -> {
                try {
                  with(
                      TaskGroup.open(),
                      group -> {
                        group.start(worker(stage, inside, 1));
                        group.start(worker(stage, inside, 2));
                        stage.await(sleep(SECOND));
                      });
                } finally {
                  requireNobody(inside);
                }
              });
        });
  }

  @Test
  void aGroupWhoseTaskFails() {
    CancelEverywhere.explore(
        stage -> {
          Tally inside = new Tally();
          stage
              .participant(
                  "owner",
                  () -> {
                    try {
                      with(
                          TaskGroup.open(),
                          group -> {
                            group.start(worker(stage, inside, 5));
                            group.start(breaking(stage, inside, 1));
                            stage.await(sleep(SECOND.multipliedBy(3)));
                          });
                    } finally {
                      requireNobody(inside);
                    }
                  })
              .mayEndWith(ExceptionGroup.class);
        });
  }

  @Test
  void groupsInGroupsThatFailAtOnce() {
    CancelEverywhere.explore(
        stage -> {
          Tally inside = new Tally();
          stage
              .participant(
                  "owner",
                  () ->
                      with(
                          TaskGroup.open(),
                          outer -> {
                            outer.start(breaking(stage, inside, 1));
                            try {
                              with(
                                  TaskGroup.open(),
                                  inner -> {
                                    inner.start(breaking(stage, inside, 1));
                                    stage.await(yieldNow());
                                  });
                            } finally {
                              stage.point();
                            }
                            stage.await(yieldNow());
                          }))
              .mayEndWith(ExceptionGroup.class);
          stage.invariant("nobody is inside", inside::isEmpty);
        });
  }

  @Test
  void aGroupWhoseTaskFailsIsDealtWith() {
    CancelEverywhere.explore(
        stage -> {
          Tally inside = new Tally();
          Tally after = new Tally();
          var owner =
              stage.participant(
                  "owner",
                  () -> {
                    try {
                      with(TaskGroup.open(), group -> group.start(breaking(stage, inside, 1)));
                    } catch (ExceptionGroup expected) {
                      stage.point();
                    }
                    // A request from outside that the group has put off is seen here.
                    await(yieldNow());
                    after.enter();
                  });
          stage.invariant("nobody is inside", inside::isEmpty);
          stage.invariant(
              "goes on exactly if it may",
              () -> (after.total() == 1) == (owner.outcome() instanceof Outcome.Success));
        });
  }

  @Test
  void limitsInLimits() {
    CancelEverywhere.explore(
        stage -> {
          List<String> ended = new ArrayList<>();
          var worker =
              stage.participant(
                  "worker",
                  () -> {
                    try {
                      with(
                          timeout(SECOND.multipliedBy(3)),
                          outer -> {
                            try {
                              with(
                                  timeout(SECOND.multipliedBy(2)),
                                  inner -> {
                                    stage.await(sleep(SECOND));
                                    inner.reschedule(SECOND);
                                    stage.await(sleep(SECOND));
                                    stage.await(sleep(SECOND.multipliedBy(9)));
                                  });
                            } catch (AsyncTimeoutException expected) {
                              ended.add("inner");
                            }
                            stage.await(sleep(SECOND.multipliedBy(9)));
                          });
                    } catch (AsyncTimeoutException expected) {
                      ended.add("outer");
                    }
                    stage.await(sleep(SECOND));
                  });
          stage.invariant(
              "the limits that were reached say so",
              () -> !worker.hasSucceeded() || ended.equals(List.of("inner", "outer")));
        });
  }

  @Test
  void aLimitOfNoTimeAtAll() {
    CancelEverywhere.explore(
        stage ->
            stage.participant(
                "worker",
                () -> {
                  for (int i = 0; i < 2; i++) {
                    try {
                      stage.point();
                      with(timeout(Duration.ZERO), limit -> stage.await(sleep(SECOND)));
                    } catch (AsyncTimeoutException expected) {
                      stage.point();
                    }
                  }
                  await(yieldNow());
                }));
  }

  @Test
  void aLimitAroundAGroupAroundLimits() {
    CancelEverywhere.explore(
        stage -> {
          Tally inside = new Tally();
          stage
              .participant(
                  "owner",
                  () ->
                      with(
                          timeout(SECOND.multipliedBy(2)),
                          limit ->
                              with(
                                  TaskGroup.open(),
                                  group -> {
                                    group.start(waitFor(worker(stage, inside, 9), SECOND));
                                    group.start(worker(stage, inside, 4));
                                  })))
              .mayEndWith(ExceptionGroup.class)
              .mayEndWith(AsyncTimeoutException.class);
          stage.invariant("nobody is inside", inside::isEmpty);
        });
  }

  @Test
  void waitForSomethingThatComesJustInTime() {
    CancelEverywhere.explore(
        stage -> {
          Promise<String> promise = EventLoop.current().newPromise();
          stage
              .participant("waiter", () -> stage.await(waitFor(promise, SECOND)))
              .mayEndWith(AsyncTimeoutException.class)
              .mayEndWith(CancelledError.class);
          stage.helper(
              "giver",
              () -> {
                await(sleep(SECOND));
                if (!promise.isDone()) {
                  promise.complete("in time");
                }
              });
        });
  }

  @Test
  void waitForWaitsForTheCleanup() {
    CancelEverywhere.explore(
        stage -> {
          Tally inside = new Tally();
          stage
              .participant(
                  "waiter",
                  () -> {
                    try {
                      stage.await(waitFor(worker(stage, inside, 9), SECOND));
                    } finally {
                      requireNobody(inside);
                    }
                  })
              .mayEndWith(AsyncTimeoutException.class);
          stage.participant(
              "impatient",
              () -> {
                Task<Void> task = start(worker(stage, inside, 1));
                try {
                  await(waitFor(task, Duration.ZERO));
                } catch (AsyncTimeoutException expected) {
                  stage.point();
                }
              });
          stage.invariant("nobody is inside", inside::isEmpty);
        });
  }

  @Test
  void gatherEndsWhenAllHaveEnded() {
    CancelEverywhere.explore(
        stage -> {
          Tally inside = new Tally();
          var all =
              stage
                  .participant(
                      "all",
                      () -> stage.await(gather(worker(stage, inside, 1), worker(stage, inside, 2))))
                  .mayEndWith(CancelledError.class);
          stage.invariant("nobody is inside", inside::isEmpty);
          stage.invariant("both have run", () -> !all.hasSucceeded() || inside.total() == 2);
        });
  }

  @Test
  void gatherOfOneThatFails() {
    CancelEverywhere.explore(
        stage -> {
          Tally inside = new Tally();
          stage
              .participant(
                  "all",
                  () -> stage.await(gather(breaking(stage, inside, 1), breaking(stage, inside, 2))))
              .mayEndWith(Broken.class)
              .mayEndWith(CancelledError.class);
          stage.invariant("nobody is inside", inside::isEmpty);
        });
  }

  @Test
  void gatherSettledTellsHowEachEnded() {
    CancelEverywhere.explore(
        stage -> {
          Tally inside = new Tally();
          List<Outcome<Void>> outcomes = new ArrayList<>();
          var all =
              stage.participant(
                  "all",
                  () ->
                      outcomes.addAll(
                          stage.await(
                              gatherSettled(
                                  worker(stage, inside, 1), breaking(stage, inside, 2)))));
          stage.invariant("nobody is inside", inside::isEmpty);
          stage.invariant("there are two", () -> !all.hasSucceeded() || outcomes.size() == 2);
        });
  }

  @Test
  void waitCancelsNobody() {
    for (ReturnWhen until : ReturnWhen.values()) {
      CancelEverywhere.explore(
          stage -> {
            Tally inside = new Tally();
            stage.participant(
                "waiter",
                () -> {
                  List<Task<Void>> tasks =
                      List.of(start(worker(stage, inside, 1)), start(breaking(stage, inside, 2)));
                  Tasks.Waited<Task<Void>> first = stage.await(Tasks.wait(tasks, until, SECOND));
                  if (first.done().size() + first.pending().size() != tasks.size()) {
                    throw new AssertionError(first);
                  }
                  stage.await(Tasks.wait(tasks, ReturnWhen.ALL_COMPLETED));
                  tasks.forEach(Task::outcome);
                });
            stage.mayReport(Broken.class);
            stage.invariant("nobody is inside", inside::isEmpty);
          });
    }
  }

  @Test
  void eachIsGivenOnceWhenItIsDone() {
    CancelEverywhere.explore(
        stage -> {
          Tally inside = new Tally();
          stage
              .participant(
                  "collector",
                  () -> {
                    List<Task<Void>> tasks =
                        List.of(
                            start(worker(stage, inside, 1)),
                            start(worker(stage, inside, 1)),
                            start(breaking(stage, inside, 2)));
                    int given = 0;
                    for (Coroutine<Void> next : Tasks.asCompleted(tasks)) {
                      try {
                        stage.await(next);
                      } catch (Broken expected) {
                        given += 10;
                      }
                      given++;
                    }
                    if (given != 13) {
                      throw new AssertionError(given);
                    }
                  })
              .mayEndWith(CancelledError.class); // as each of the tasks may
          stage.mayReport(Broken.class);
          stage.invariant("nobody is inside", inside::isEmpty);
        });
  }

  @Test
  void whatIsShieldedGoesOn() {
    CancelEverywhere.explore(
        stage -> {
          Tally saving = new Tally();
          Coroutine<Void> save =
              act(
                  () -> {
                    saving.enter();
                    await(sleep(SECOND));
                    saving.leave();
                  });
          stage
              .participant(
                  "owner",
                  () -> {
                    stage.await(yieldNow());
                    stage.await(shield(start(save, "saving")));
                  })
              .mayEndWith(CancelledError.class);
          stage.invariant(
              "is saved unless somebody cancels the saving itself",
              () -> saving.isEmpty() || !stage.isUndisturbed("saving"));
        });
  }

  @Test
  void tasksThatAwaitEachOther() {
    CancelEverywhere.explore(
        stage -> {
          Tally inside = new Tally();
          Task<Void> first = start(worker(stage, inside, 1), "first");
          Task<Void> second = start(act(() -> stage.await(first)), "second");
          stage.participant("third", () -> stage.await(second)).mayEndWith(CancelledError.class);
          stage.participant("fourth", () -> stage.await(first)).mayEndWith(CancelledError.class);
          stage.invariant("nobody is inside", inside::isEmpty);
        });
  }
}
