package dev.fermata.diagnostics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source file with what the compiler should say about it: {@code /*! message *​/} before the
 * character to which the message should point, and {@code //! -Aoption=value} for options. Words in
 * {@code compiler.…} stand for the code of one of javac's own messages.
 */
record Fixture(String name, String text) {
  private static final Pattern EXPECTATION =
      Pattern.compile("/\\*!\\s*(.*?)\\s*\\*/\\s*", Pattern.DOTALL);
  private static final Pattern OPTION = Pattern.compile("^//! (-\\S+)$", Pattern.MULTILINE);

  /** Something that the compiler should say, or has said. */
  record Said(long line, long column, String what) {}

  static Fixture at(Path path) {
    try {
      return new Fixture(path.getFileName().toString(), Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Said> expected() {
    List<Said> expected = new ArrayList<>();
    Matcher matcher = EXPECTATION.matcher(text);
    while (matcher.find()) {
      String before = text.substring(0, matcher.end());
      long line = before.chars().filter(c -> c == '\n').count() + 1;
      long column = before.length() - before.lastIndexOf('\n');
      expected.add(new Said(line, column, matcher.group(1).replaceAll("\\s+", " ")));
    }
    return expected;
  }

  String[] options() {
    return OPTION.matcher(text).results().map(it -> it.group(1)).toArray(String[]::new);
  }
}
