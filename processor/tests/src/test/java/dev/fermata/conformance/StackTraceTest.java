package dev.fermata.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.laboratory.Entry;
import dev.fermata.laboratory.Laboratory;
import dev.fermata.laboratory.Mode;
import dev.fermata.laboratory.Program;
import dev.fermata.laboratory.Source;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The stack trace of a failure names the awaits that led to it, in lines of the user's source. */
final class StackTraceTest {

  private final Laboratory laboratory = new Laboratory();

  @Test
  @DisplayName("H10: the trace of a failure names the method and the line of each await")
  void namesLinesOfAwaits() {
    Source source =
        Source.in(
            "conformance",
            """
            class H10 {
              @Async Coroutine<Object> run() {
                try {
                  await(middle());
                } catch (IllegalStateException e) {
                  StringJoiner lines = new StringJoiner(" ");
                  for (StackTraceElement frame : e.getStackTrace()) {
                    if (String.valueOf(frame.getFileName()).equals("H10.java")) {
                      lines.add(frame.getMethodName() + frame.getLineNumber());
                    }
                  }
                  return done(lines);
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
            }
            """);
    Program program = laboratory.program(List.of(source));
    String outcome =
        laboratory
            .observe(program, new Entry("conformance.H10", "run"), Mode.TRANSFORMED)
            .outcome();
    assertTrue(outcome.contains("inner") && outcome.contains("middle19 run4"), outcome);
  }
}
