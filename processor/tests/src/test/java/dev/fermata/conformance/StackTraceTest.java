package dev.fermata.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.laboratory.Entry;
import dev.fermata.laboratory.Laboratory;
import dev.fermata.laboratory.Mode;
import dev.fermata.laboratory.Program;
import dev.fermata.laboratory.Source;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stack trace of a failure names the awaits that led to it, in lines of the user's source. */
final class StackTraceTest {

  /** Writes the elements of a stack trace that are in the user's file. */
  private static final String LINES =
      """
        static Object lines(Throwable e) {
          StringJoiner lines = new StringJoiner(" ");
          for (StackTraceElement frame : e.getStackTrace()) {
            String file = String.valueOf(frame.getFileName());
            if (file.startsWith("H10")) {
              lines.add(frame.getMethodName().replaceAll("[$].*", "") + frame.getLineNumber());
            } else if (file.startsWith("AsyncH10") && !frame.getMethodName().startsWith("lambda")) {
              lines.add(frame.toString());
            }
          }
          return lines;
        }
      """;

  private final Laboratory laboratory = new Laboratory();

  @ParameterizedTest
  @EnumSource
  @DisplayName("H10: the trace of a failure names the method and the line of each await")
  void namesLinesOfAwaits(Mode mode) {
    assertEquals(
        "[inner18 middle13 run4] -> value: null",
        trace(
            mode,
            """
            class H10 {
              @Async Coroutine<Object> run() {
                try {
                  await(middle());
                } catch (IllegalStateException e) {
                  log(lines(e));
                }
                return done(null);
              }

              @Async Coroutine<Integer> middle() {
                int v = 1;
                return done(v + await(inner()));
              }

              @Async Coroutine<Integer> inner() {
                await(yieldNow());
                throw new IllegalStateException();
              }
            """));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H10: so it does when nothing has waited, and for what a body calls")
  void namesLinesOfCalls(Mode mode) {
    assertEquals(
        "[check27 lambda21 inner20 middle14 run5] -> value: null",
        trace(
            mode,
            """
            class H10 {
              @Async Coroutine<Object> run() {
                await(yieldNow());
                try {
                  await(middle());
                } catch (IllegalStateException e) {
                  log(lines(e));
                }
                return done(null);
              }

              @Async Coroutine<Integer> middle() {
                int v = 1;
                return done(v + await(inner(0)));
              }

              @Async Coroutine<Integer> inner(int n) {
                if (n < 0) await(yieldNow());
                for (int i = 0; i < 3; i++) {
                  Optional.of(i).ifPresent(
                      x -> check(x));
                }
                return done(1);
              }

              static void check(int i) {
                if (i == 2) throw new IllegalStateException();
              }
            """));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H10: so it does for a generator that a loop walks through")
  void namesLinesOfGenerators(Mode mode) {
    String expected = mode == Mode.TRANSFORMED ? "numbers18 sum12 run4" : "numbers18";
    assertEquals(
        "[1, " + expected + "] -> value: null",
        trace(
            mode,
            """
            class H10 {
              @Async Coroutine<Object> run() {
                try {
                  await(sum());
                } catch (IllegalStateException e) {
                  log(lines(e));
                }
                return done(null);
              }

              @Async Coroutine<Void> sum() {
                for (int i : awaitEach(numbers())) log(i);
                return done();
              }

              @Async AsyncGenerator<Integer> numbers() {
                emit(1);
                throw new IllegalStateException();
              }
            """));
  }

  @Test
  @DisplayName("H10: so it does for a failure that another thread has handed over")
  void namesLinesForAStage() {
    assertEquals(
        "[fails19 lambda14 inner15 run4 dev.fermata.Task.run(Task-1)] -> value: null",
        trace(
            Mode.TRANSFORMED,
            """
            class H10 {
              @Async Coroutine<Object> run() {
                try {
                  await(inner());
                } catch (IllegalStateException e) {
                  var trace = e.getStackTrace();
                  log(lines(e) + " " + trace[trace.length - 1]);
                }
                return done(null);
              }

              @Async Coroutine<Object> inner() {
                var later =
                    CompletableFuture.supplyAsync(() -> fails());
                return done(await(later));
              }

              static Object fails() {
                throw new IllegalStateException();
              }
            """));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H10: the trace of a cancellation is the await, that of its request is the call")
  void namesLinesOfCancellations(Mode mode) {
    assertEquals(
        "[inner26 middle21, stop16 lambda6 run6] -> value: null",
        trace(
            mode,
            """
            class H10 {
              @Async Coroutine<Object> run() {
                Task<Integer> task = start(middle());
                await(yieldNow());
                await(yieldNow());
                Optional.of(task).ifPresent(t -> stop(t));
                try {
                  await(task);
                } catch (CancelledError e) {
                  log(lines(e) + ", " + lines(e.cancellation()));
                }
                return done(null);
              }

              static void stop(Task<?> task) {
                task.cancel();
              }

              @Async Coroutine<Integer> middle() {
                int v = 1;
                return done(v + await(inner()));
              }

              @Async Coroutine<Integer> inner() {
                if (true)
                  await(new CompletableFuture<Void>());
                return done(1);
              }
            """));
  }

  private String trace(Mode mode, String text) {
    Program program = laboratory.program(List.of(Source.in("conformance", text + LINES + "}\n")));
    return laboratory.observe(program, new Entry("conformance.H10", "run"), mode).toString();
  }
}
