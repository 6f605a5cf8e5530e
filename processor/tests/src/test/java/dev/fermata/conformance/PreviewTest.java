package dev.fermata.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.compilation.Javac;
import dev.fermata.compilation.Message;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Constructs that are a preview of the language compile with suspensions in them. */
final class PreviewTest {

  @TempDir private Path directory;

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25, max = JRE.JAVA_25)
  void switchesOverPrimitives() {
    assertEquals(
        List.of(),
        messages(
            """
            @Async Coroutine<String> booleans(boolean z, Boolean box) {
              String r = "";
              switch (z) { case true -> r += await(done("t")); case false -> r += "f"; }
              switch (z) { case true: r += await(done("t")); case false: r += await(done("f")); }
              switch (box) { case true -> r += "t"; case false -> r += await(done("f")); }
              switch (z) { case true -> r += "t"; case boolean b when await(done(b)) -> r += b; case boolean b -> r += !b; }
              r += switch (box) { case true -> await(done("t")); case false -> "f"; case null -> "n"; };
              return done(r);
            }
            @Async Coroutine<String> numbers(long l, double d) {
              String r = "";
              switch (l) { case 1L -> r += await(done("one")); case long k -> r += k; }
              switch (d) { case 1.5 -> r += await(done("1.5")); default -> r += d; }
              return done(r);
            }
            """));
  }

  private List<String> messages(String members) {
    String source =
        """
        import static dev.fermata.Coroutines.*;
        import dev.fermata.Coroutine;
        import dev.fermata.annotations.Async;
        class Owner {
          %s
        }
        """
            .formatted(members);
    String release = String.valueOf(Runtime.version().feature());
    return Javac.in(directory)
        .options("--enable-preview", "--release", release)
        .source("Owner.java", source)
        .fermata()
        .run()
        .messages()
        .stream()
        .filter(message -> message.kind() == Diagnostic.Kind.ERROR)
        .map(Message::toString)
        .toList();
  }
}
