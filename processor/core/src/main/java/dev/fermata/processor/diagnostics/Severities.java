package dev.fermata.processor.diagnostics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The severity of each diagnostic in this compilation. */
public final class Severities {
  private final Map<DiagnosticName, Severity> chosen = new EnumMap<>(DiagnosticName.class);
  private final List<String> mistakes = new ArrayList<>();

  /** Reads {@code fermata.<Name>=off|note|warning|error} from the options of the processor. */
  public Severities(Map<String, String> options) {
    for (DiagnosticName name : DiagnosticName.values()) {
      String value = options.get(name.option());
      if (options.containsKey(name.option())) {
        Severity.parse(String.valueOf(value))
            .ifPresentOrElse(
                severity -> chosen.put(name, severity),
                () -> mistakes.add(mistake(name, String.valueOf(value))));
      }
    }
  }

  private static String mistake(DiagnosticName name, String value) {
    return "-A%s=%s is no severity; write -A%s=off, note, warning or error"
        .formatted(name.option(), value, name.option());
  }

  /** The severity of this diagnostic. */
  public Severity of(DiagnosticName name) {
    return chosen.getOrDefault(name, name.defaultSeverity());
  }

  /** What was wrong with the options, in words for the user. */
  public List<String> mistakes() {
    return List.copyOf(mistakes);
  }
}
