package dev.fermata.scenarios;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.shield;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.toThread;
import static dev.fermata.Coroutines.waitFor;
import static dev.fermata.testing.Programs.co;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.testing.explore.CancelEverywhere;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ThreadScenariosTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void callsInThreads() {
    CancelEverywhere.explore(
        stage -> {
          Tally calls = new Tally();
          var caller =
              stage.participant(
                  "caller",
                  () -> {
                    for (int i = 0; i < 3; i++) {
                      int answer =
                          stage.await(
                              toThread(
                                  () -> {
                                    calls.enter();
                                    return 42;
                                  }));
                      if (answer != 42) {
                        throw new AssertionError(answer);
                      }
                    }
                  });
          stage.participant("other", () -> stage.await(sleep(SECOND)));
          stage.invariant(
              "all calls were made", () -> !caller.hasSucceeded() || calls.total() == 3);
        });
  }

  @Test
  void callsThatFail() {
    CancelEverywhere.explore(
        stage ->
            stage
                .participant(
                    "caller",
                    () ->
                        stage.await(
                            waitFor(
                                toThread(
                                    () -> {
                                      throw new IOException();
                                    }),
                                SECOND)))
                .mayEndWith(IOException.class));
  }

  @Test
  void stagesThatOtherThreadsComplete() {
    CancelEverywhere.explore(
        stage -> {
          CompletableFuture<String> future = new CompletableFuture<>();
          CompletionStage<String> derived = future.thenApply(text -> text + "!");
          CompletionStage<String> readOnly = future.minimalCompletionStage();
          stage.participant("of the future", () -> await(future)).mayEndWith(CancelledError.class);
          stage
              .participant("of what depends on it", () -> await(derived))
              .mayEndWith(CancelledError.class);
          stage
              .participant("of a read-only one", () -> await(readOnly))
              .mayEndWith(CancelledError.class);
          stage.helper(
              "giver",
              () -> {
                await(sleep(SECOND));
                stage.outside().execute(() -> future.complete("done"));
              });
        });
  }

  @Test
  void aTaskAsAFutureOfOtherThreads() {
    CancelEverywhere.explore(
        stage -> {
          CompletableFuture<String> seen = new CompletableFuture<>();
          Promise<String> promise = EventLoop.current().newPromise();
          promise
              .toCompletableFuture()
              .whenComplete((value, failure) -> seen.complete(failure == null ? value : "none"));
          stage.helper(
              "giver",
              () -> {
                await(sleep(SECOND));
                if (!promise.isDone()) {
                  promise.complete("given");
                }
              });
          stage.participant("waiter", () -> stage.await(promise)).mayEndWith(CancelledError.class);
          stage.invariant("the future is done as well", seen::isDone);
        });
  }

  @Test
  void callbacksFromOtherThreads() {
    CancelEverywhere.explore(
        stage -> {
          EventLoop loop = EventLoop.current();
          Promise<Integer> answer = loop.newPromise();
          stage.outside().execute(() -> loop.execute(() -> answer.complete(1)));
          stage.helper("other", () -> await(sleep(SECOND)));
          Task<Integer> waiting = start(shielded(answer), "waiting");
          stage
              .participant("waiter", () -> stage.await(waitFor(waiting, SECOND)))
              .mayEndWith(AsyncTimeoutException.class)
              .mayEndWith(CancelledError.class);
        });
  }

  private static Coroutine<Integer> shielded(Promise<Integer> answer) {
    return co(() -> await(shield(answer)));
  }
}
