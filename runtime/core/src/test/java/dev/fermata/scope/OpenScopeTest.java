package dev.fermata.scope;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.timeout;
import static dev.fermata.Coroutines.waitFor;
import static dev.fermata.Coroutines.yieldNow;
import static dev.fermata.testing.Programs.act;
import static dev.fermata.testing.Programs.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncTimeoutException;
import dev.fermata.Clock;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.Task;
import dev.fermata.TaskGroup;
import dev.fermata.testing.Programs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In debug mode, scopes that a task leaves open are reported when it ends. */
class OpenScopeTest {
  private static List<ExceptionContext> reports(AsyncAction main) {
    List<ExceptionContext> reports = new ArrayList<>();
    Programs.run(act(main), reports);
    return reports;
  }

  private static List<String> messages(List<ExceptionContext> reports) {
    return reports.stream().map(ExceptionContext::message).toList();
  }

  @Test
  void scopesThatAreNotClosed() {
    List<ExceptionContext> reports =
        reports(
            () -> {
              TaskGroup group = TaskGroup.open();
              timeout(Duration.ofHours(1));
              await(group.start(sleep(Duration.ofSeconds(1))));
            });
    assertEquals(
        List.of(
            "a task group was not closed by the task that has opened it; open it in try (…)",
            "a time limit was not closed by the task that has opened it; open it in try (…)"),
        messages(reports));
    Throwable place = reports.get(0).exception();
    assertEquals("a task group was opened here", place.getMessage());
    String first = place.getStackTrace()[0].toString();
    assertTrue(first.contains("OpenScopeTest.lambda$scopesThatAreNotClosed$"), first);
    String trace = Arrays.toString(place.getStackTrace());
    assertTrue(trace.contains("dev.fermata.Task.run(Task-1)"), trace);
    assertTrue(reports.get(0).source() instanceof Task<?>, () -> "" + reports.get(0).source());
  }

  @Test
  void aTaskThatFailsOrIsCancelledLeavesThemOpenAsWell() {
    List<ExceptionContext> reports =
        reports(
            () -> {
              Task<Void> failing =
                  start(
                      act(
                          () -> {
                            TaskGroup.open();
                            throw new IllegalStateException("no luck");
                          }));
              Task<Void> cancelled =
                  start(
                      act(
                          () -> {
                            TaskGroup.open();
                            await(sleep(Duration.ofHours(1)));
                          }));
              await(yieldNow());
              await(yieldNow());
              cancelled.cancel();
              await(yieldNow());
              failing.exception();
            });
    assertEquals(2, reports.size(), () -> "" + messages(reports));
  }

  @Test
  void scopesThatAreClosedAreNoneOfIts() {
    assertEquals(
        List.of(),
        messages(
            reports(
                () -> {
                  with(TaskGroup.open(), group -> group.start(sleep(Duration.ofSeconds(1))));
                  with(timeout(Duration.ofHours(1)), limit -> await(sleep(Duration.ofSeconds(1))));
                  try {
                    await(waitFor(sleep(Duration.ofHours(1)), Duration.ofSeconds(1)));
                  } catch (AsyncTimeoutException expected) {
                    await(yieldNow());
                  }
                  start(act(() -> with(TaskGroup.open(), g -> await(sleep(Duration.ofDays(1))))));
                  await(yieldNow()); // is cancelled when the loop is shut down
                })));
  }

  @Test
  void withoutDebugModeNobodyLooks() {
    List<ExceptionContext> reports = new ArrayList<>();
    try (EventLoop.Runner runner =
        EventLoop.builder()
            .clock(Clock.virtual())
            .exceptionHandler((loop, context) -> reports.add(context))
            .open()) {
      runner.run(act(TaskGroup::open));
    }
    assertEquals(List.of(), messages(reports));
  }
}
