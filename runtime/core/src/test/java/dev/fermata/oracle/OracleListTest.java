package dev.fermata.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each of the asyncio programs has a twin, which is compared with its trace. */
class OracleListTest {
  private static final Path MODULE = Path.of(System.getProperty("basedir", ""));
  private static final Path TESTS = MODULE.resolve("src/test/java");
  private static final Path DIFFERENCES = MODULE.resolve("../../docs/design/runtime.md");
  private static final Pattern COMPARISON = Pattern.compile("expect\\(\\s*\"(\\d{3}_\\w+)\"");

  /** The names of the programs by number; the tags of each follow. */
  private static Map<String, String> programs() throws IOException {
    try (InputStream list = OracleListTest.class.getResourceAsStream("/oracle/MANIFEST.tsv")) {
      assertNotNull(list);
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t"))
          .collect(
              Collectors.toMap(
                  columns -> columns[0] + "_" + columns[1],
                  columns -> columns[2],
                  (one, other) -> other,
                  TreeMap::new));
    }
  }

  private static Set<String> twins() throws IOException {
    Set<String> twins = new TreeSet<>();
    try (Stream<Path> files = Files.walk(TESTS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        COMPARISON
            .matcher(Files.readString(file))
            .results()
            .map(found -> found.group(1))
            .forEach(twins::add);
      }
    }
    return twins;
  }

  @Test
  void eachProgramHasATwin() throws IOException {
    Set<String> missing = new TreeSet<>(programs().keySet());
    missing.removeAll(twins());
    assertEquals(Set.of(), missing);
  }

  @Test
  void eachProgramHasItsTrace() throws IOException {
    for (String name : programs().keySet()) {
      assertNotNull(
          OracleListTest.class.getResource("/oracle/" + name + ".out"), () -> name + ".out");
    }
  }

  /** The documentation has a list of those whose trace depends on how CPython works. */
  @Test
  void theDocumentationListsThoseThatPinAnIntent() throws IOException {
    Set<String> tagged =
        programs().entrySet().stream()
            .filter(program -> program.getValue().contains("cpython"))
            .map(program -> program.getKey().substring(0, 3))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> section =
        Files.readAllLines(DIFFERENCES).stream()
            .dropWhile(line -> !line.equals("## Programs that pin an intent"))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .toList();
    Set<String> listed =
        Pattern.compile("(?m)^\\| (\\d{3}) \\|")
            .matcher(String.join("\n", section))
            .results()
            .map((MatchResult row) -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(tagged, listed);
  }
}
