package dev.fermata.testing;

import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.end;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncBlock;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import dev.fermata.Clock;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Body;
import java.util.ArrayList;
import java.util.List;

/** Runs test programs in virtual time, and writes them as plain blocks. */
public final class Programs {
  /** Whose body a block is said to be. */
  public static final Body BODY = Body.of(Programs.class, "block", "Programs.java", 1);

  private Programs() {}

  public static <T> Coroutine<T> co(AsyncBlock<T> body) {
    return Bodies.coroutine(BODY, () -> done(body.run()));
  }

  public static Coroutine<Void> act(AsyncAction body) {
    return Bodies.coroutine(
        BODY,
        () -> {
          body.run();
          return done();
        });
  }

  public static <T> AsyncGenerator<T> gen(AsyncAction body) {
    return Bodies.generator(
        BODY,
        () -> {
          body.run();
          return end();
        });
  }

  /** A block that has the resource that it is given. */
  public interface Scoped<S> {
    void run(S scope) throws Throwable;
  }

  /** A {@code try} over a resource, in the body of a block. */
  public static <S extends AsyncCloseable> void with(S resource, Scoped<S> body) throws Throwable {
    Throwable failure = null;
    try {
      body.run(resource);
    } catch (Throwable thrown) {
      failure = thrown;
      throw thrown;
    } finally {
      Bodies.exit(resource, failure);
    }
  }

  /** Runs a program; nothing may be reported. */
  public static <T> T run(Coroutine<T> main) {
    List<ExceptionContext> reports = new ArrayList<>();
    T result = run(main, reports);
    if (!reports.isEmpty()) {
      throw new AssertionError(reports.toString(), reports.get(0).exception());
    }
    return result;
  }

  /** Runs a program, and collects what is reported. */
  public static <T> T run(Coroutine<T> main, List<ExceptionContext> reports) {
    try (EventLoop.Runner runner =
        EventLoop.builder()
            .clock(Clock.virtual())
            .debug(true)
            .exceptionHandler((loop, context) -> reports.add(context))
            .open()) {
      return runner.run(main);
    }
  }

  public static void run(AsyncAction main) {
    run(act(main));
  }
}
