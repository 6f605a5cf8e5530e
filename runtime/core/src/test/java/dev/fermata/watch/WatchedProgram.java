package dev.fermata.watch;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.timeout;
import static dev.fermata.Coroutines.toThread;
import static dev.fermata.testing.Programs.act;
import static dev.fermata.testing.Programs.with;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncTimeoutException;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.Task;
import dev.fermata.management.Management;
import dev.fermata.management.TasksMXBean;
import dev.fermata.sync.AsyncLock;
import dev.fermata.sync.Held;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.management.JMX;
import javax.management.ObjectName;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** A program that others look at. It runs until nothing more comes in. */
public final class WatchedProgram {
  private WatchedProgram() {}

  /** Runs one of several programs. */
  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "waits" -> EventLoop.run(waiting(() -> {}));
      case "ticks" -> EventLoop.run(waiting(() -> start(ticking(), "<b>R&D</b>")));
      case "fails" -> {
        try {
          EventLoop.run(limited());
        } catch (AsyncTimeoutException late) {
          late.printStackTrace(System.out);
        }
      }
      case "blocks" ->
          EventLoop.run(
              waiting(
                  () -> {
                    say("blocked");
                    awaitEnd();
                  }));
      case "bean" -> EventLoop.run(waiting(Bean::ask));
      case "registers" -> {
        Management.register();
        Management.register();
        EventLoop.run(waiting(Bean::ask));
      }
      case "recorded" -> Recorded.run();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  static void say(String line) {
    System.out.println(line);
  }

  private static void awaitEnd() throws IOException {
    while (System.in.read() >= 0) {
      // Until the other side closes it.
    }
  }

  private static Coroutine<Void> waiting(AsyncAction then) {
    return act(
        () -> {
          Task<Void> sleeper = start(sleep(Duration.ofHours(1)), "sleeper");
          await(sleep(Duration.ofMillis(1)));
          then.run();
          say("ready");
          await(
              toThread(
                  () -> {
                    awaitEnd();
                    return null;
                  }));
          sleeper.cancel();
        });
  }

  private static Coroutine<Void> limited() {
    return act(
        () -> with(timeout(Duration.ofMillis(1)), limit -> await(sleep(Duration.ofHours(1)))));
  }

  private static Coroutine<Void> ticking() {
    return act(
        () -> {
          while (true) {
            await(sleep(Duration.ofMillis(5)));
          }
        });
  }

  /** What needs JMX. */
  private static final class Bean {
    static void ask() throws Exception {
      TasksMXBean bean =
          JMX.newMXBeanProxy(
              ManagementFactory.getPlatformMBeanServer(),
              new ObjectName(TasksMXBean.NAME),
              TasksMXBean.class);
      say("tasks " + bean.getTaskCount());
      bean.getLoops()
          .forEach(
              loop ->
                  say(
                      loop.getThreadName()
                          + " "
                          + loop.getTaskCount()
                          + " "
                          + loop.isDebug()
                          + " "
                          + loop.getLongestWaiting()
                          + " "
                          + (loop.getLongestWaitMillis() >= 1)));
      say(bean.dump().contains("sleeper: waits for the end of a sleep of 1 h") ? "dumped" : "?");
    }
  }

  /** What needs the Flight Recorder. */
  private static final class Recorded {
    static void run() throws Exception {
      Path file = Files.createTempFile("fermata", ".jfr");
      try (Recording recording = new Recording()) {
        recording.enable("dev.fermata.Task").withThreshold(Duration.ZERO);
        recording.enable("dev.fermata.Suspension").withThreshold(Duration.ofMillis(1));
        recording.enable("dev.fermata.SlowTurn").withThreshold(Duration.ofMillis(1));
        recording.enable("dev.fermata.Cancellation");
        recording.enable("dev.fermata.TaskTree").with("period", "endChunk");
        try (EventLoop.Runner runner = EventLoop.builder().name("recorded").open()) {
          runner.run(act(() -> await(sleep(Duration.ZERO)))); // before that nothing is recorded
          recording.start();
          runner.run(act(() -> await(sleep(Duration.ZERO)))); // the next turn notices
          runner.run(busy(recording, file));
          runner.run(act(() -> await(sleep(Duration.ZERO))));
        }
      }
      for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
        if (event.getEventType().getName().startsWith("dev.fermata.")) {
          say(describe(event));
        }
      }
      Files.delete(file);
    }

    private static Coroutine<Void> busy(Recording recording, Path file) {
      return act(
          () -> {
            AsyncLock lock = new AsyncLock();
            Task<Void> holder =
                start(
                    act(
                        () -> {
                          Held held = await(lock.acquire());
                          await(sleep(Duration.ofMillis(20)));
                          held.release();
                        }),
                    "holder");
            Task<Void> waiter = start(act(() -> await(lock.acquire()).release()), "waiter");
            Task<Void> failing =
                start(
                    act(
                        () -> {
                          await(sleep(Duration.ofMillis(2)));
                          throw new IllegalStateException("no luck");
                        }),
                    "failing");
            Task<Void> cancelled = start(sleep(Duration.ofHours(1)), "cancelled");
            Task<Void> late =
                start(
                    act(
                        () -> {
                          try {
                            with(
                                timeout(Duration.ofMillis(5)),
                                limit -> await(sleep(Duration.ofHours(1))));
                          } catch (AsyncTimeoutException expected) {
                            say("too late");
                          }
                        }),
                    "late");
            Task<Void> slow =
                start(
                    act(
                        () -> {
                          CountDownLatch never = new CountDownLatch(1);
                          never.await(5, TimeUnit.MILLISECONDS);
                        }),
                    "slow");
            await(waiter);
            await(holder);
            await(late);
            await(slow);
            cancelled.cancel("not needed");
            await(sleep(Duration.ZERO));
            say("failed: " + failing.exception());
            start(sleep(Duration.ofHours(1)), "left");
            await(sleep(Duration.ofMillis(1)));
            await(
                toThread(
                    () -> {
                      recording.stop();
                      recording.dump(file);
                      return null;
                    }));
          });
    }

    private static String describe(RecordedEvent event) {
      StringBuilder text = new StringBuilder(event.getEventType().getName());
      event.getFields().stream()
          .filter(field -> field.getTypeName().equals("java.lang.String"))
          .forEach(
              field ->
                  text.append(", ")
                      .append(field.getName())
                      .append(": ")
                      .append(("" + event.getValue(field.getName())).replace('\n', '|')));
      return text.append(", ").append(event.getEventType().getCategoryNames()).toString();
    }
  }
}
