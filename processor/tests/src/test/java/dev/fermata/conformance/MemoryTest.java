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
  @DisplayName("E16: what a lambda captured lives as long as the lambda")
  void capturedLocal() {
    assertEquals(
        "[x, false, 4] -> value: null",
        suspended(
            """
            class E16 {
              @Async Coroutine<Object> run() {
                byte[] big = new byte[4];
                var reference = new java.lang.ref.WeakReference<>(big);
                Supplier<Integer> length = () -> big.length;
                await(ok("x", 1, () -> log(collected(reference))));
                log(length.get());
                return done(null);
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
