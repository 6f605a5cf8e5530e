package dev.fermata.processor.checks;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of methods that block, as {@code blocking-calls.txt} tells it. */
final class BlockingTable {
  private static final String FILE = "blocking-calls.txt";
  private static final String ALL = "*";

  private final Map<String, String> lines = new HashMap<>();

  private BlockingTable() {}

  /** Reads the table. */
  static BlockingTable read() {
    BlockingTable table = new BlockingTable();
    try (InputStream stream = BlockingTable.class.getResourceAsStream(FILE);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(requireNonNull(stream), StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(table::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return table;
  }

  private void add(String line) {
    int end = line.indexOf(' ');
    lines.put(line.substring(0, end), line.substring(end + 1));
  }

  /** Whether nothing that instances of a class inherit blocks. */
  boolean excludes(String className) {
    return lines.containsKey(className + "." + ALL);
  }

  /** What to do instead of calling a method, if it blocks. */
  Optional<String> instead(String className, String name, int parameters) {
    String method = className + "." + name;
    String instead = lines.get(method);
    return Optional.ofNullable(instead == null ? lines.get(method + "/" + parameters) : instead);
  }
}
