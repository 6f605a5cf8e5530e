package dev.fermata.oracle;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.end;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncBlock;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import dev.fermata.Clock;
import dev.fermata.Coroutine;
import dev.fermata.Deferred;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionHandler;
import dev.fermata.ReturnWhen;
import dev.fermata.Task;
import dev.fermata.Tasks;
import dev.fermata.machine.Bodies;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Twins of small asyncio programs: each prints the same lines as its original, in virtual time. The
 * bodies are written as original bodies, so that they read like the Python ones.
 *
 * <p>What counts is {@code NNN_name.target}, if there is one, else {@code NNN_name.out}, which is
 * what CPython printed.
 */
abstract class OracleTest {
  private final List<String> lines = new ArrayList<>();

  static <T> Coroutine<T> co(AsyncBlock<T> body) {
    return Bodies.coroutine(Programs.BODY, () -> done(body.run()));
  }

  static Coroutine<Void> act(AsyncAction body) {
    return Bodies.coroutine(
        Programs.BODY,
        () -> {
          body.run();
          return done();
        });
  }

  static <T> AsyncGenerator<T> gen(AsyncAction body) {
    return Bodies.generator(
        Programs.BODY,
        () -> {
          body.run();
          return end();
        });
  }

  /** A {@code try} over a resource. */
  static <S extends AsyncCloseable> void with(S resource, Programs.Scoped<S> body)
      throws Throwable {
    Programs.with(resource, body);
  }

  static Duration s(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  static EventLoop loop() {
    return EventLoop.current();
  }

  static String now() {
    return Py.seconds(loop().time());
  }

  static void tick(int times) {
    for (int i = 0; i < times; i++) {
      await(yieldNow());
    }
  }

  /** Prints the number of each turn. */
  Coroutine<Void> clock(int turns) {
    return act(
        () -> {
          for (int i = 0; i < turns; i++) {
            p("turn", i);
            await(yieldNow());
          }
        });
  }

  /** Waits until all are done, however they end. */
  static void waitAll(Deferred<?>... all) {
    waitAll(Arrays.asList(all));
  }

  /** Waits until all are done, however they end. */
  static void waitAll(Collection<? extends Deferred<?>> all) {
    await(Tasks.wait(all, ReturnWhen.ALL_COMPLETED));
  }

  static Task<?> me() {
    return Tasks.current();
  }

  static String x(Throwable failure) {
    return Py.error(failure);
  }

  void p(Object... values) {
    lines.add(Arrays.stream(values).map(Py::str).collect(Collectors.joining(" ")));
  }

  void main(Coroutine<?> program) {
    main(program, (loop, context) -> p("HANDLER?", context.message(), x(context.exception())));
  }

  void main(AsyncAction program) {
    main(act(program));
  }

  void main(Coroutine<?> program, ExceptionHandler handler) {
    try {
      p("main ->", run(program, handler));
    } catch (Throwable failure) {
      p("main raised", x(failure));
    }
  }

  static <T> T run(Coroutine<T> program, ExceptionHandler handler) {
    try (EventLoop.Runner runner =
        EventLoop.builder().clock(Clock.virtual()).exceptionHandler(handler).open()) {
      return runner.run(program);
    }
  }

  /** Compares what was printed with what {@code name} prints. */
  void expect(String name) {
    assertEquals(recorded(name), String.join("\n", lines));
  }

  private static String recorded(String name) {
    try (InputStream target = open(name + ".target");
        InputStream out = open(name + ".out")) {
      InputStream counts = target == null ? out : target;
      return new String(counts.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static InputStream open(String file) {
    return OracleTest.class.getResourceAsStream("/oracle/" + file);
  }
}
