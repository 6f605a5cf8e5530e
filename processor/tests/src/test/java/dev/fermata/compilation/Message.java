package dev.fermata.compilation;

import java.nio.file.Path;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What the compiler said.
 *
 * @param kind how much it weighs
 * @param file the name of the file without its directories; empty if it is about none
 * @param line its line, from 1, or -1
 * @param column its column, from 1, or -1
 * @param code the compiler's own name for it
 * @param text the words
 */
public record Message(
    Diagnostic.Kind kind, String file, long line, long column, String code, String text) {

  static Message of(Diagnostic<? extends JavaFileObject> diagnostic) {
    JavaFileObject source = diagnostic.getSource();
    return new Message(
        diagnostic.getKind(),
        source == null ? "" : Path.of(source.getName()).getFileName().toString(),
        diagnostic.getLineNumber(),
        diagnostic.getColumnNumber(),
        diagnostic.getCode(),
        diagnostic.getMessage(Locale.ENGLISH));
  }

  @Override
  public String toString() {
    return "%s:%d:%d: %s: %s (%s)".formatted(file, line, column, kind, text, code);
  }
}
