package dev.fermata.loops;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.SignalInterrupt;
import dev.fermata.testing.Programs;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A program that {@link SignalTest} sends signals to. Its argument says what it does about them.
 */
final class SignalProgram {
  private SignalProgram() {}

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "cleanup" -> run(waiting(SignalProgram::cleanUp));
      case "runner" -> {
        try (EventLoop.Runner runner = EventLoop.builder().open()) {
          runner.run(waiting(SignalProgram::cleanUp));
        }
      }
      case "swallow" -> say(EventLoop.run(swallowing()));
      case "stubborn" -> run(stubborn());
      case "blocked" -> run(blocked());
      case "failing" -> run(waiting(SignalProgram::fail));
      case "caught" -> {
        try {
          run(waiting(SignalProgram::cleanUp));
        } catch (SignalInterrupt interrupt) {
          say(interrupt.getMessage() + " caught");
          System.exit(3);
        }
      }
      case "off" -> {
        try (EventLoop.Runner runner = EventLoop.builder().signals(false).open()) {
          runner.run(waiting(SignalProgram::cleanUp));
        }
      }
      case "thread" -> inThread(() -> run(waiting(SignalProgram::cleanUp)));
      case "thread that listens" ->
          inThread(
              () -> {
                try (EventLoop.Runner runner = EventLoop.builder().signals(true).open()) {
                  runner.run(waiting(SignalProgram::cleanUp));
                }
              });
      case "own handler" -> {
        CountDownLatch handled = handleInterrupt();
        run(
            Programs.act(
                () -> {
                  say("ready");
                  await(
                      dev.fermata.Coroutines.toThread(
                          () -> {
                            handled.await();
                            return null;
                          }));
                  say("goes on");
                }));
      }
      case "between runs" -> {
        run(Programs.act(() -> {}));
        say("ready");
        new CountDownLatch(1).await();
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
    say("end of main");
  }

  private static void run(Coroutine<?> program) {
    try {
      EventLoop.run(program);
    } finally {
      say("finally");
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private static void cleanUp() {
    await(sleep(Duration.ofMillis(1)));
    say("cleaned up");
  }

  private static void fail() {
    throw new IllegalStateException("cleanup failed");
  }

  private static Coroutine<Void> waiting(Runnable cleanup) {
    return Programs.act(
        () -> {
          try {
            say("ready");
            await(EventLoop.current().newPromise());
          } finally {
            cleanup.run();
          }
        });
  }

  private static Coroutine<String> swallowing() {
    return Programs.co(
        () -> {
          try {
            say("ready");
            return await(EventLoop.current().newPromise());
          } catch (CancelledError cancelled) {
            return cancelled.getMessage() + " swallowed";
          }
        });
  }

  private static Coroutine<Void> stubborn() {
    return waiting(
        () -> {
          try {
            say("cleaning up");
            await(EventLoop.current().newPromise());
          } catch (CancelledError cancelled) {
            say("cancelled again: " + cancelled.cancellation().source());
            throw cancelled;
          }
        });
  }

  private static Coroutine<Void> blocked() {
    return Programs.act(
        () -> {
          say("ready");
          new CountDownLatch(1).await();
        });
  }

  private static void inThread(Runnable action) throws InterruptedException {
    Thread thread = new Thread(action);
    thread.start();
    thread.join();
  }

  private static CountDownLatch handleInterrupt() throws ReflectiveOperationException {
    CountDownLatch handled = new CountDownLatch(1);
    Class<?> type = Class.forName("sun.misc.Signal");
    Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
    Object handler =
        Proxy.newProxyInstance(
            SignalProgram.class.getClassLoader(),
            new Class<?>[] {handlerType},
            (proxy, method, arguments) -> {
              say("handled");
              handled.countDown();
              return null;
            });
    type.getMethod("handle", type, handlerType)
        .invoke(null, type.getConstructor(String.class).newInstance("INT"), handler);
    return handled;
  }
}
