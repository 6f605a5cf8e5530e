package dev.fermata.documentation;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts of a longer text, in their order. A line {@code // …} stands for whatever is left out
 * between two parts.
 */
final class Excerpt {
  private static final String GAP = "// …";

  private Excerpt() {}

  /** The first part that is not where it should be in {@code text}; empty if all are there. */
  static String missing(List<String> excerpt, List<String> text) {
    int from = 0;
    for (List<String> part : parts(excerpt)) {
      List<String> wanted = outdented(part);
      int at = find(wanted, text, from);
      if (at < 0) {
        return String.join("\n", part);
      }
      from = at + wanted.size();
    }
    return "";
  }

  private static int find(List<String> wanted, List<String> text, int from) {
    for (int at = from; at + wanted.size() <= text.size(); at++) {
      if (outdented(text.subList(at, at + wanted.size())).equals(wanted)) {
        return at;
      }
    }
    return -1;
  }

  private static List<List<String>> parts(List<String> excerpt) {
    List<List<String>> parts = new ArrayList<>();
    List<String> part = new ArrayList<>();
    for (String line : excerpt) {
      if (line.strip().equals(GAP)) {
        parts.add(part);
        part = new ArrayList<>();
      } else {
        part.add(line);
      }
    }
    parts.add(part);
    parts.removeIf(List::isEmpty);
    return parts;
  }

  private static List<String> outdented(List<String> lines) {
    return String.join("\n", lines).stripIndent().lines().toList();
  }
}
