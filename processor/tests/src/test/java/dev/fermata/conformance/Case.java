package dev.fermata.conformance;

import dev.fermata.laboratory.Entry;
import dev.fermata.laboratory.Observation;
import dev.fermata.laboratory.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A program of the list, as its file says.
 *
 * @param number of the case in the list
 * @param title what it is about
 * @param since the first JDK whose language it needs
 * @param flags how it is to be run: {@code fresh} in a class loader of its own each time, with
 *     {@code assertions} enabled, {@code own assertions} for the user's class alone or {@code
 *     generated assertions} for the generated one alone, {@code once} where it is long, {@code
 *     transformed} only where threads for the original bodies would be too many
 * @param expected the trace and the outcome when nothing fails, if the file says them
 * @param source the program
 */
record Case(
    String number,
    String title,
    int since,
    Set<String> flags,
    Optional<Observation> expected,
    Source source) {

  private static final String PACKAGE = "conformance";

  /**
   * Reads the head of a file: comment lines, the first with number and title, the others with a key
   * each.
   */
  static Case parse(String text) {
    List<String> head =
        text.lines()
            .takeWhile(line -> line.startsWith("// "))
            .map(line -> line.substring(3))
            .toList();
    String first = head.get(0);
    int colon = first.indexOf(':');
    Optional<String> outcome = value(head, "ends");
    return new Case(
        first.substring(0, colon),
        first.substring(colon + 1).strip(),
        value(head, "since").map(Integer::parseInt).orElse(0),
        Set.of(value(head, "run").orElse("").split(", *")),
        outcome.map(ending -> new Observation(trace(head), ending)),
        Source.in(PACKAGE, text));
  }

  private static List<String> trace(List<String> head) {
    return value(head, "trace").map(trace -> List.of(trace.split(", "))).orElse(List.of());
  }

  private static Optional<String> value(List<String> head, String key) {
    String prefix = key + ":";
    return head.stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .findFirst();
  }

  boolean isSupportedHere() {
    return since <= Runtime.version().feature();
  }

  Entry entry() {
    return new Entry(source.name(), "run");
  }

  @Override
  public String toString() {
    return number + ": " + title;
  }
}
