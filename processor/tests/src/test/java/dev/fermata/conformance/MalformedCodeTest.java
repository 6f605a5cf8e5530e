package dev.fermata.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fermata.laboratory.Compilation;
import dev.fermata.laboratory.Laboratory;
import dev.fermata.laboratory.Source;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors in a body are javac's, reported as without the processor. */
final class MalformedCodeTest {

  private final Laboratory laboratory = new Laboratory();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "await(done(1)); continue; return done(null);",
        "await(done(1)); break l; return done(null);",
        "return done(unknown(await(done(1))));",
        "Unknown u = await(done(1)); return done(u);",
        "int i = await(done(\"s\")); return done(i);",
        "await(done(1));",
        "int v; await(done(1)); return done(v);",
        "return done(await(done(1)))",
        "int a = 1; int a = await(done(2)); return done(a);",
        "await(1); return done(null);",
        "int i = 1; Runnable r = () -> log(i); i = await(done(2)); return done(r);",
        "throw new java.io.IOException(await(done(\"s\")));",
        "return done(null); await(done(1));",
        "final int f = 1; f = await(done(1)); return done(null);",
        "try { await(done(1)); } catch (java.io.IOException e) { } return done(null);",
        "switch (await(done(1))) { case 1: case 1: } return done(null);",
        "for (String s : await(done(1))) { } return done(null);",
        "if (await(done(1))) { return done(null); } return done(null);",
        "return await(done(1)) + ;",
        "List<String> l = await(done(List.of(1))); return done(l);",
      })
  @DisplayName("I5: a body with an error of its own gets javac's messages and no others")
  void onlyJavacsErrors(String body) {
    String text = "class X {\n  @Async Coroutine<Object> run() {\n    " + body + "\n  }\n}\n";
    Source source = Source.in("conformance", text);
    Compilation with = laboratory.compile(List.of(source));
    Compilation without = laboratory.compile(List.of(source), "-proc:none");
    assertEquals(errors(without), errors(with));
    assertFalse(with.succeeded());
  }

  private static List<String> errors(Compilation compilation) {
    return compilation.diagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d -> d.getLineNumber() + ":" + d.getColumnNumber() + " " + d.getMessage(Locale.ROOT))
        .toList();
  }
}
