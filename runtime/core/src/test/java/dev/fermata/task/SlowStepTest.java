package dev.fermata.task;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.start;
import static dev.fermata.testing.Programs.act;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncAction;
import dev.fermata.EventLoop;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeps a loop for long is logged with the place where it does so. */
class SlowStepTest {
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private final CountDownLatch goesOn = new CountDownLatch(1);
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          records.add(entry);
          if (isOfOurs(entry, "goes on")) {
            goesOn.countDown();
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  /** The first steps of a JVM may take long as well. */
  private static boolean isOfOurs(LogRecord entry, String part) {
    String message = entry.getMessage();
    return message.contains(part) && message.contains(SlowStepTest.class.getName() + ".takeLong(");
  }

  @BeforeEach
  void listen() {
    Logger.getLogger("dev.fermata").addHandler(handler);
  }

  @AfterEach
  void listenNoMore() {
    Logger.getLogger("dev.fermata").removeHandler(handler);
  }

  /** Takes as long as the watchdog takes to tell that it takes too long. */
  private void takeLong() throws InterruptedException {
    goesOn.await();
  }

  private static final class Step extends CoroutineMachine<Void> {
    private static final Body BODY = Body.of(SlowStepTest.class, "step", "SlowStepTest.java", 1, 2);
    private final AsyncAction action;

    Step(AsyncAction action) {
      this.action = action;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      state++;
      if (state == 1) {
        return execution.await(dev.fermata.Coroutines.yieldNow(), this);
      }
      action.run();
      return null;
    }

    @Override
    protected Body body() {
      return BODY;
    }
  }

  private static void run(AsyncAction main) {
    try (EventLoop.Runner runner = EventLoop.builder().name("slow").debug(true).open()) {
      runner.loop().setSlowCallbackDuration(Duration.ofMillis(2));
      runner.run(act(main));
    }
  }

  private LogRecord first(String part) {
    return records.stream()
        .filter(entry -> isOfOurs(entry, part))
        .findFirst()
        .orElseThrow(() -> new AssertionError(part + " not in " + messages()));
  }

  private List<String> messages() {
    return records.stream().map(LogRecord::getMessage).toList();
  }

  private void expect(String what, String... places) {
    LogRecord during = first(" has kept it for ");
    LogRecord after = first(" took ");
    for (LogRecord one : List.of(during, after)) {
      assertTrue(one.getMessage().startsWith("EventLoop[slow]: " + what + " "), one.getMessage());
      assertNotNull(one.getThrown());
      List<String> methods =
          Arrays.stream(one.getThrown().getStackTrace())
              .map(place -> place.getClassName() + "." + place.getMethodName())
              .toList();
      for (String place : places) {
        assertTrue(methods.contains(place), () -> place + " is not in " + methods);
      }
      assertTrue(
          methods.stream().noneMatch(method -> method.startsWith("dev.fermata.internal.")),
          methods::toString);
    }
  }

  @Test
  void aStepIsToldWithItsPlaceWhileItRunsAndAfterwards() {
    run(() -> await(start(new Step(this::takeLong), "culprit")));
    expect("Task culprit", getClass().getName() + ".takeLong", "dev.fermata.Task.run");
  }

  @Test
  void awaitsThatWaitForIt() {
    run(
        () ->
            await(
                start(
                    new CoroutineMachine<Void>() {
                      @Override
                      protected Object step(Execution execution, Object awaited, Throwable failure)
                          throws Throwable {
                        return state++ == 0
                            ? execution.await(new Step(SlowStepTest.this::takeLong), this)
                            : null;
                      }

                      @Override
                      protected Body body() {
                        return Body.of(SlowStepTest.class, "outer", "SlowStepTest.java", 1, 2);
                      }
                    },
                    "culprit")));
    expect("Task culprit", getClass().getName() + ".takeLong", getClass().getName() + ".outer");
  }

  @Test
  void aCallback() {
    run(
        () -> {
          EventLoop.current()
              .callSoon(
                  () -> {
                    try {
                      takeLong();
                    } catch (InterruptedException impossible) {
                      throw new AssertionError(impossible);
                    }
                  });
          await(start(new Step(() -> {})));
          await(start(new Step(() -> {})));
        });
    expect("a callback", getClass().getName() + ".takeLong");
  }

  @Test
  void anOriginalBodyInItsThread() {
    run(() -> await(start(act(this::takeLong), "culprit")));
    expect("Task culprit", getClass().getName() + ".takeLong");
  }

  @Test
  void withoutDebugModeNothingIsSaid() {
    CountDownLatch over = new CountDownLatch(1);
    try (EventLoop.Runner runner = EventLoop.builder().open()) {
      runner.loop().setSlowCallbackDuration(Duration.ZERO);
      runner.run(act(over::countDown));
    }
    assertEquals(List.of(), records);
  }
}
