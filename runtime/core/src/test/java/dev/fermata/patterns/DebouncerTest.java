package dev.fermata.patterns;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.Task;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DebouncerTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<String> log = new ArrayList<>();

  private static long millis() {
    return Duration.ofNanos(EventLoop.current().time()).toMillis();
  }

  private static void pause(long millis) {
    await(sleep(Duration.ofMillis(millis)));
  }

  /** An action that takes a while. */
  private AsyncFunction<String, Void, RuntimeException> taking(long millis) {
    return text ->
        Programs.act(
            () -> {
              log.add(text + " at " + millis());
              try {
                pause(millis);
              } catch (CancelledError cancelled) {
                log.add(text + " cancelled at " + millis());
                throw cancelled;
              }
              log.add(text + " done at " + millis());
            });
  }

  private Coroutine<Void> save(String text) throws IOException {
    return Programs.act(
        () -> {
          log.add(text + " at " + millis());
          if (text.isEmpty()) {
            throw new IOException("no text");
          }
        });
  }

  @Test
  void theLastOneAfterAQuietTime() {
    Debouncer<String> debouncer = Debouncer.of(SECOND, this::save);
    Programs.run(
        () -> {
          for (String text : List.of("a", "ab", "abc")) {
            debouncer.submit(text);
            pause(999);
          }
          assertTrue(debouncer.isPending());
          pause(1);
          assertFalse(debouncer.isPending());
          await(yieldNow());
          debouncer.submit("d");
          pause(5000);
        });
    assertEquals(List.of("abc at 2998", "d at 3998"), log);
  }

  @Test
  void notLongerThanTheLongest() {
    Debouncer<String> debouncer = Debouncer.of(SECOND, Duration.ofMillis(2500), this::save);
    Programs.run(
        () -> {
          for (int i = 0; i < 8; i++) {
            debouncer.submit("" + i);
            pause(500);
          }
          pause(5000);
        });
    // The one at 2500 comes just too late, and begins another wait.
    assertEquals(List.of("4 at 2500", "7 at 4500"), log);
  }

  @Test
  void oneRunAtATime() {
    Debouncer<String> debouncer = Debouncer.of(SECOND, taking(5000));
    Programs.run(
        () -> {
          debouncer.submit("a");
          pause(1500);
          debouncer.submit("b");
          pause(1500);
          debouncer.submit("c");
          pause(10000);
        });
    assertEquals(List.of("a at 1000", "a done at 6000", "c at 6000", "c done at 11000"), log);
  }

  @Test
  void aFailureIsReportedAndTheNextOneRuns() {
    List<ExceptionContext> reports = new ArrayList<>();
    Debouncer<String> debouncer = Debouncer.of(SECOND, this::save);
    Programs.run(
        Programs.act(
            () -> {
              debouncer.submit("");
              pause(2000);
              debouncer.submit("b");
              pause(2000);
            }),
        reports);
    assertEquals(List.of(" at 1000", "b at 3000"), log);
    assertEquals("no text", reports.get(0).exception().getMessage());
    assertEquals("the background task Debouncer failed", reports.get(0).message());
    assertEquals(1, reports.size());
  }

  @Test
  void anActionMayFailBeforeItBegins() {
    List<ExceptionContext> reports = new ArrayList<>();
    Debouncer<String> debouncer =
        Debouncer.of(
            SECOND,
            text -> {
              throw new IOException(text);
            });
    Programs.run(
        Programs.act(
            () -> {
              debouncer.submit("a");
              pause(2000);
            }),
        reports);
    assertEquals("a", reports.get(0).exception().getMessage());
  }

  @Test
  void droppingForgetsWhatIsPending() {
    Debouncer<String> debouncer = Debouncer.of(SECOND, this::save);
    Programs.run(
        () -> {
          debouncer.submit("a");
          pause(500);
          debouncer.drop();
          assertFalse(debouncer.isPending());
          pause(100);
          debouncer.submit("b");
          pause(5000);
        });
    assertEquals(List.of("b at 1600"), log);
  }

  @Test
  void flushingRunsItAtOnce() {
    Debouncer<String> debouncer = Debouncer.of(SECOND, taking(300));
    Programs.run(
        () -> {
          await(debouncer.flush());
          debouncer.submit("a");
          await(debouncer.flush());
          debouncer.submit("b");
          pause(5000);
        });
    assertEquals(List.of("a at 0", "a done at 300", "b at 1300", "b done at 1600"), log);
  }

  @Test
  void flushingWaitsForWhatRunsAndForWhatIsPending() {
    Debouncer<String> debouncer = Debouncer.of(SECOND, taking(5000));
    Programs.run(
        () -> {
          debouncer.submit("a");
          pause(1500);
          debouncer.submit("b");
          await(debouncer.flush());
          assertEquals(11000, millis());
        });
    assertEquals(List.of("a at 1000", "a done at 6000", "b at 6000", "b done at 11000"), log);
  }

  @Test
  void cancellingAFlushDoesNotCancelTheRun() {
    Debouncer<String> debouncer = Debouncer.of(SECOND, taking(5000));
    Programs.run(
        () -> {
          debouncer.submit("a");
          Task<Void> flush = start(debouncer.flush());
          pause(100);
          flush.cancel();
          assertThrows(CancelledError.class, () -> await(flush));
          pause(6000);
        });
    assertEquals(List.of("a at 0", "a done at 5000"), log);
  }

  @Test
  void closingFlushes() {
    Debouncer<String> debouncer = Debouncer.of(SECOND, taking(300));
    Programs.run(
        () -> {
          debouncer.submit("a");
          await(debouncer.closeAsync());
          assertThrows(IllegalStateException.class, () -> debouncer.submit("b"));
          assertEquals("Debouncer[closed]", debouncer.toString());
        });
    assertEquals(List.of("a at 0", "a done at 300"), log);
  }

  @Test
  void closingAfterAFailureDropsAndCancels() {
    Debouncer<String> debouncer = Debouncer.of(SECOND, taking(5000));
    Programs.run(
        () -> {
          debouncer.submit("a");
          pause(1500);
          debouncer.submit("b");
          await(debouncer.exit(new IOException()));
          assertEquals(1500, millis());
          pause(10000);
        });
    assertEquals(List.of("a at 1000", "a cancelled at 1500"), log);
  }

  @Test
  void closingThatIsCancelledDropsAndCancels() {
    Debouncer<String> debouncer = Debouncer.of(SECOND, taking(5000));
    Programs.run(
        () -> {
          debouncer.submit("a");
          pause(1500);
          debouncer.submit("b");
          Task<Void> closing = start(debouncer.closeAsync());
          pause(500);
          closing.cancel("enough");
          CancelledError error = assertThrows(CancelledError.class, () -> await(closing));
          assertEquals("enough", error.getMessage());
          pause(10000);
        });
    assertEquals(List.of("a at 1000", "a cancelled at 2000"), log);
  }

  @Test
  void manySubmissionsCostOneTimer() {
    Debouncer<Integer> debouncer =
        Debouncer.of(SECOND, number -> Programs.act(() -> log.add("" + number)));
    Programs.run(
        () -> {
          for (int i = 0; i < 100_000; i++) {
            debouncer.submit(i);
          }
          pause(1001);
        });
    assertEquals(List.of("99999"), log);
  }

  @Test
  void itBeginsAnewWithTheNextLoop() {
    Debouncer<String> debouncer = Debouncer.of(SECOND, this::save);
    Programs.run(
        () -> {
          debouncer.submit("lost");
          pause(500);
        });
    Programs.run(
        () -> {
          debouncer.submit("a");
          pause(2000);
        });
    assertEquals(List.of("a at 1000"), log);
    assertThrows(IllegalStateException.class, () -> debouncer.submit("outside"));
    assertThrows(IllegalArgumentException.class, () -> Debouncer.of(Duration.ZERO, this::save));
  }
}
