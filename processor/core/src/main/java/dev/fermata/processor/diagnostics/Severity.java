package dev.fermata.processor.diagnostics;

import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;

/** How much a diagnostic weighs: nothing, or as javac's kinds do. */
public enum Severity {
  OFF,
  NOTE,
  WARNING,
  ERROR;

  /**
   * The severity of this name, as options spell it: {@code off}, {@code note}, {@code warning},
   * {@code error}.
   */
  public static Optional<Severity> parse(String text) {
    for (Severity severity : values()) {
      if (severity.name().toLowerCase(Locale.ROOT).equals(text)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }

  /** What javac calls it; nothing if there is nothing to report. */
  public Optional<Diagnostic.Kind> kind() {
    return switch (this) {
      case OFF -> Optional.empty();
      case NOTE -> Optional.of(Diagnostic.Kind.NOTE);
      case WARNING -> Optional.of(Diagnostic.Kind.WARNING);
      case ERROR -> Optional.of(Diagnostic.Kind.ERROR);
    };
  }
}
