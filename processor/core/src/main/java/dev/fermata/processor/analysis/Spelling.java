package dev.fermata.processor.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Spells a source file in one way: without Unicode escapes (JLS 3.3) other than in literals, where
 * the user meant them to be read, and with line ends that have a line feed. What follows can then
 * take the text by what it says.
 *
 * <p>Lines stay what they are. So escapes for line ends remain, as do those for backslashes, which
 * would join what comes after them.
 */
final class Spelling {
  private final String original;
  private final StringBuilder text;
  private final List<Edits.Edit> edits = new ArrayList<>();
  private int at;

  private Spelling(String original) {
    this.original = original;
    this.text = new StringBuilder(original.length());
  }

  static AugmentedText of(String original) {
    String lines = original.replaceAll("\r(?!\n)", "\n");
    if (!lines.contains("\\u")) {
      return new AugmentedText(lines, List.of(), null);
    }
    Spelling spelling = new Spelling(lines);
    spelling.code();
    return new AugmentedText(spelling.text.toString(), List.copyOf(spelling.edits), null);
  }

  private void code() {
    while (at < original.length()) {
      if (sees("//")) {
        until("\n");
      } else if (sees("/*")) {
        take(2);
        until("*/");
      } else if (sees("\"\"\"")) {
        literal("\"\"\"");
      } else if (sees("\"")) {
        literal("\"");
      } else if (sees("'")) {
        literal("'");
      } else {
        take(1);
      }
    }
  }

  /** Takes what comes up to an end, and the end. */
  private void until(String end) {
    while (at < original.length() && !sees(end)) {
      take(1);
    }
    take(end.length());
  }

  /** Takes a literal, with the escapes in it. */
  private void literal(String delimiter) {
    take(delimiter.length());
    boolean escaped = false;
    while (at < original.length() && (escaped || !sees(delimiter))) {
      escaped = !escaped && character(at) == '\\';
      keep();
    }
    take(delimiter.length());
  }

  /** Whether the next characters, with or without escapes, are these. */
  private boolean sees(String characters) {
    int place = at;
    for (int i = 0; i < characters.length(); i++) {
      if (place >= original.length() || character(place) != characters.charAt(i)) {
        return false;
      }
      place += length(place);
    }
    return true;
  }

  private void take(int characters) {
    for (int i = 0; i < characters && at < original.length(); i++) {
      char meant = character(at);
      int length = length(at);
      if (length == 1 || meant == '\\' || meant == '\n' || meant == '\r') {
        keep();
      } else {
        edits.add(new Edits.Edit(at, length, String.valueOf(meant)));
        text.append(meant);
        at += length;
      }
    }
  }

  private void keep() {
    int length = length(at);
    text.append(original, at, at + length);
    at += length;
  }

  /** The character that stands at a place. */
  private char character(int place) {
    int length = length(place);
    return length == 1
        ? original.charAt(place)
        : (char) Integer.parseInt(original.substring(place + length - 4, place + length), 16);
  }

  /** How many characters of the file the character at a place takes. */
  private int length(int place) {
    if (original.charAt(place) != '\\' || precedingBackslashes(place) % 2 != 0) {
      return 1;
    }
    int digits = place + 1;
    while (digits < original.length() && original.charAt(digits) == 'u') {
      digits++;
    }
    boolean escape =
        digits > place + 1
            && digits + 4 <= original.length()
            && original.substring(digits, digits + 4).matches("[0-9a-fA-F]{4}");
    return escape ? digits + 4 - place : 1;
  }

  private int precedingBackslashes(int place) {
    int count = 0;
    while (place - count > 0 && original.charAt(place - count - 1) == '\\') {
      count++;
    }
    return count;
  }
}
