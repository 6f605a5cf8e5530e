package dev.fermata.documentation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A fenced block of a page, or a hidden one.
 *
 * @param language what stands after the three backticks
 * @param marker what the HTML comment right above it says; empty if there is none
 * @param lines the text
 * @param line where in the page the text begins, counted from 1
 */
record Fence(String language, String marker, List<String> lines, int line) {

  String text() {
    return String.join("\n", lines);
  }

  boolean isJava() {
    return language.equals("java");
  }

  /** What follows {@code word:} in the marker, whose parts are separated by semicolons. */
  Optional<String> argument(String word) {
    return Arrays.stream(marker.split(";", -1))
        .map(String::strip)
        .filter(part -> part.startsWith(word + ":"))
        .map(part -> part.substring(word.length() + 1).strip())
        .findFirst();
  }
}
