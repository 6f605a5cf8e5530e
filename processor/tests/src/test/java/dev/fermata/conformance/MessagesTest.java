package dev.fermata.conformance;

import dev.fermata.laboratory.Entry;
import dev.fermata.laboratory.Exploration;
import dev.fermata.laboratory.Laboratory;
import dev.fermata.laboratory.Observation;
import dev.fermata.laboratory.Program;
import dev.fermata.laboratory.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the runtime says of a body names the user's method, in either mode. */
final class MessagesTest {

  private static final List<String> TRACE =
      List.of(
          "Coroutine[conformance.Messages.nothing, not started]",
          "Coroutine[conformance.Messages.nothing, ended]",
          "IllegalStateException conformance.Messages.nothing was awaited or started before; a coroutine can be used once",
          "AsyncGenerator[conformance.Messages.numbers, not started]",
          "conformance.Messages.numbers has no current element",
          "AsyncGenerator[conformance.Messages.numbers, open]",
          "IllegalStateException conformance.Messages.numbers emits while it is being closed",
          "AsyncGenerator[conformance.Messages.numbers, ended]",
          "IllegalStateException conformance.Messages.run was awaited or started before; a coroutine can be used once",
          "NullPointerException conformance.Messages.none returned null; a body ends with return done(value), or return done() without a value",
          "IllegalStateException thrown");

  private final Laboratory laboratory = new Laboratory();

  @Test
  void namesTheMethodOfTheUser() {
    Source source =
        Source.in(
            "conformance",
            """
            class Messages {
              @Async Coroutine<Object> run() {
                var twice = nothing(1);
                log(twice);
                await(twice);
                log(twice);
                await(said(twice));
                var numbers = numbers();
                log(numbers);
                said(() -> numbers.current());
                await(numbers.moveNext());
                log(numbers);
                await(said(numbers.closeAsync()));
                log(numbers);
                var block = async(() -> { await(yieldNow()); return 1; });
                await(block);
                await(said(block));
                await(said(none()));
                await(said(AsyncMessages_Statics.some()));
                return done(null);
              }

              @Async Coroutine<Void> said(Coroutine<?> failing) {
                try {
                  await(failing);
                } catch (RuntimeException e) {
                  log(e.getClass().getSimpleName() + " " + e.getMessage());
                }
                return done();
              }

              void said(Runnable failing) {
                try {
                  failing.run();
                } catch (RuntimeException e) {
                  log(e.getMessage());
                }
              }

              @Async Coroutine<Object> nothing(int i) {
                await(yieldNow());
                return done(null);
              }

              @Async Coroutine<Object> none() {
                return null;
              }

              @Async AsyncGenerator<Integer> numbers() {
                try {
                  emit(1);
                } finally {
                  emit(2);
                }
                return end();
              }

              static class Statics {
                @Async static Coroutine<Object> some() {
                  await(yieldNow());
                  throw new IllegalStateException("thrown");
                }
              }
            }
            """);
    Program program = laboratory.program(List.of(source));
    laboratory.assertSame(
        program,
        new Entry("conformance.Messages", "run"),
        Exploration.upTo(1),
        Optional.of(new Observation(TRACE, "value: null")));
  }
}
