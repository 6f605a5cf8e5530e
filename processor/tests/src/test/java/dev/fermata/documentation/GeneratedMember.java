package dev.fermata.documentation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A method of a generated class, as text. */
final class GeneratedMember {
  private static final String INDENT = "  ";

  private GeneratedMember() {}

  /** The text of the first method of this name, with its annotations, without indentation. */
  static String of(String source, String name) {
    List<String> lines = source.lines().toList();
    int head =
        IntStream.range(0, lines.size())
            .filter(at -> isHead(lines.get(at), name))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no method " + name + " in\n" + source));
    int start = head;
    while (lines.get(start - 1).startsWith(INDENT + "@")) {
      start--;
    }
    int end = head;
    while (!lines.get(end).equals(INDENT + "}")) {
      end++;
    }
    return lines.subList(start, end + 1).stream().collect(Collectors.joining("\n")).stripIndent();
  }

  private static boolean isHead(String line, String name) {
    return line.startsWith(INDENT)
        && !line.startsWith(INDENT + " ")
        && line.contains(" " + name + "(");
  }
}
