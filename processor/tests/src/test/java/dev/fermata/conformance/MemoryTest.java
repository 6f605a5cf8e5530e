package dev.fermata.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.laboratory.Entry;
import dev.fermata.laboratory.Laboratory;
import dev.fermata.laboratory.Mode;
import dev.fermata.laboratory.Observation;
import dev.fermata.laboratory.Program;
import dev.fermata.laboratory.Source;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A suspended or finished frame keeps alive only what it will still use. */
final class MemoryTest {

  /**
   * The probe asks, while the body is suspended, whether what a weak reference refers to has been
   * collected.
   */
  private static final String PROBE =
      """
        static boolean collected(java.lang.ref.WeakReference<?> reference) {
          for (int i = 0; i < 50 && reference.get() != null; i++) {
            System.gc();
          }
          return reference.get() == null;
        }
      """;

  private static final int LATER = 1;

  private final Laboratory laboratory = new Laboratory();

  @Test
  @DisplayName("E14: a local that is not used again can be collected while the body is suspended")
  void deadLocal() {
    assertEquals(
        "[x, true, 4] -> value: null",
        suspended(
            """
            class E14 {
              @Async Coroutine<Object> run() {
                byte[] big = new byte[4];
                int length = big.length;
                var reference = new java.lang.ref.WeakReference<>(big);
                await(ok("x", 1, () -> log(collected(reference))));
                log(length);
                return done(null);
              }
            """));
  }

  @Test
  @DisplayName("E15: a local that a loop uses stays across its iterations, and goes after the loop")
  void localOfALoop() {
    assertEquals(
        "[x, false, x, false, y, true] -> value: null",
        suspended(
            """
            class E15 {
              @Async Coroutine<Object> run() {
                byte[] big = new byte[4];
                var reference = new java.lang.ref.WeakReference<>(big);
                for (int i = 0; i < big.length; i += 2) {
                  await(ok("x", 1, () -> log(collected(reference))));
                }
                await(ok("y", 1, () -> log(collected(reference))));
                return done(null);
              }
            """));
  }

  @Test
  @DisplayName(
      "E16: what a lambda captured lives as long as the lambda; a finished body keeps nothing")
  void capturedLocal() {
    assertEquals(
        "[x, false, 4, y, true, z, true] -> value: null",
        suspended(
            """
            class E16 {
              Coroutine<Object> inner;

              @Async Coroutine<Object> run() {
                byte[] big = new byte[4];
                var reference = new java.lang.ref.WeakReference<>(big);
                Supplier<Integer> length = () -> big.length;
                await(ok("x", 1, () -> log(collected(reference))));
                log(length.get());
                inner = inner(new byte[5]);
                log(await(inner));
                await(ok("z", 1, () -> log(collected(finished))));
                return done(inner == null ? "lost" : null);
              }

              java.lang.ref.WeakReference<byte[]> finished;

              @Async Coroutine<Object> inner(byte[] big) {
                finished = new java.lang.ref.WeakReference<>(big);
                log("y");
                await(yieldNow());
                return done(big.length == 5);
              }
            """));
  }

  @Test
  @DisplayName("E16: however a body ends, its parameters go, captured or not")
  void parametersOfFinishedBodies() {
    assertEquals(
        "[true, true, true, true, true] -> value: null",
        suspended(
            """
            class Finished {
              List<Object> kept = new ArrayList<>();
              java.lang.ref.WeakReference<byte[]> parameter;

              @Async Coroutine<Object> run() {
                for (int i = 0; i < 5; i++) {
                  try {
                    Object made = make(i, new byte[5]);
                    kept.add(made);
                    if (made instanceof AsyncGenerator<?> generator) {
                      await(generator.moveNext());
                      await(generator.closeAsync());
                    } else {
                      await((Coroutine<?>) made);
                    }
                  } catch (IllegalStateException expected) {
                    expected = null;
                  }
                  await(yieldNow());
                  log(collected(parameter));
                }
                return done(kept.size() == 5 ? null : "lost");
              }

              Object make(int i, byte[] big) {
                parameter = new java.lang.ref.WeakReference<>(big);
                return switch (i) {
                  case 0 -> atOnce(big);
                  case 1 -> captured(big);
                  case 2 -> failing(big);
                  case 3 -> tail(big);
                  default -> generator(big);
                };
              }

              @Async Coroutine<Integer> atOnce(byte[] big) {
                return done(big.length + await(done(1)));
              }

              @Async Coroutine<Integer> captured(byte[] big) {
                Supplier<Integer> length = () -> big.length;
                await(yieldNow());
                Supplier<Integer> again = () -> big.length + length.get();
                await(yieldNow());
                return done(again.get());
              }

              @Async Coroutine<Integer> failing(byte[] big) {
                await(yieldNow());
                throw new IllegalStateException("length " + big.length);
              }

              @Async Coroutine<Integer> tail(byte[] big) {
                await(yieldNow());
                return atOnce(big);
              }

              @Async AsyncGenerator<Integer> generator(byte[] big) {
                Supplier<Integer> length = () -> big.length;
                emit(length.get());
                emit(big.length);
                return end();
              }
            """));
  }

  @Test
  @DisplayName("E17: what was awaited can be collected after the body went on")
  void awaitedValue() {
    assertEquals(
        "[x, y, true, true] -> value: null",
        suspended(
            """
            class E17 {
              java.lang.ref.WeakReference<Object> awaited;
              java.lang.ref.WeakReference<Object> value;

              @Async Coroutine<Object> run() {
                use(await(first()));
                await(ok("y", 1, () -> { log(collected(awaited)); log(collected(value)); }));
                return done(null);
              }

              void use(Object o) {
                value = new java.lang.ref.WeakReference<>(o);
              }

              Awaitable<Object> first() {
                Awaitable<Object> a = ok("x", new Object());
                awaited = new java.lang.ref.WeakReference<>(a);
                return a;
              }
            """));
  }

  private String suspended(String text) {
    Source source = Source.in("conformance", text + PROBE + "}\n");
    Program program = laboratory.program(List.of(source));
    Entry entry = new Entry(source.name(), "run");
    Observation observation =
        laboratory.observe(program, entry, Mode.TRANSFORMED, LATER, LATER, LATER, LATER);
    return observation.toString();
  }
}
