package dev.fermata.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.processor.diagnostics.DiagnosticName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The index of the pages has every diagnostic, with its severity and what its page says first. It
 * is written by this test, with {@code -Dgoldens=update}.
 */
class IndexTest {
  private static final Path PROJECT = Path.of("../..");
  private static final Path INDEX = PROJECT.resolve("docs/diagnostics/README.md");
  private static final String HEAD =
      """
      # Diagnostics

      What the compiler says about code that uses Fermata, by the name at the end of the message. `-Afermata.<Name>=off`, `note`,
      `warning` or `error` sets the severity for a compilation; `@SuppressWarnings("<Name>")` switches one off for a declaration.

      | name | default | what it reports |
      | --- | --- | --- |
      """;

  @Test
  void hasEveryDiagnostic() throws IOException {
    StringBuilder index = new StringBuilder(HEAD);
    for (DiagnosticName name : inOrder()) {
      index.append(
          "| [%s](%1$s.md) | %s | %s |%n"
              .formatted(
                  name.text(),
                  name.defaultSeverity().name().toLowerCase(Locale.ROOT),
                  first(name)));
    }
    if ("update".equals(System.getProperty("goldens"))) {
      Files.writeString(INDEX, index);
    }
    assertEquals(index.toString(), Files.readString(INDEX));
  }

  private static DiagnosticName[] inOrder() {
    DiagnosticName[] names = DiagnosticName.values();
    Arrays.sort(names, Comparator.comparing(DiagnosticName::text));
    return names;
  }

  /** The paragraph below the title, in one line. */
  private static String first(DiagnosticName name) throws IOException {
    String page = Files.readString(PROJECT.resolve(name.page()));
    return page.substring(page.indexOf("\n\n"), page.indexOf("## Why")).strip().replace('\n', ' ');
  }
}
