package dev.fermata.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An input, and beside it what is generated of it.
 *
 * @param directory where both are; its name ends in the release of Java that it is compiled for, if
 *     that is not the oldest one
 */
record Golden(Path directory) {
  private static final Path ALL = Path.of("src", "test", "resources", "golden");
  private static final String INPUT = "Input.java";
  private static final int OLDEST = 17;
  private static final Pattern RELEASE = Pattern.compile("-(\\d+)$");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

  /** Those that the running JDK can compile. */
  static List<Golden> all() {
    int newest = Runtime.version().feature();
    return list(ALL).stream().map(Golden::new).filter(g -> g.release() <= newest).toList();
  }

  /** Those for the oldest release, which can be compiled together. */
  static List<Golden> ofOldestRelease() {
    return all().stream().filter(golden -> golden.release() == OLDEST).toList();
  }

  /** The release of Java that it is compiled for; some of what is generated depends on it. */
  int release() {
    Matcher release = RELEASE.matcher(toString());
    return release.find() ? Integer.parseInt(release.group(1)) : OLDEST;
  }

  String input() {
    return read(directory.resolve(INPUT));
  }

  /** The path of the input below the root of sources. */
  String inputPath() {
    return packagePath() + INPUT;
  }

  /** The generated files as they should be, by their paths below the root of sources. */
  SortedMap<String, String> expected() {
    SortedMap<String, String> expected = new TreeMap<>();
    for (Path file : list(directory)) {
      if (!file.endsWith(INPUT)) {
        expected.put(packagePath() + file.getFileName(), read(file));
      }
    }
    return expected;
  }

  /** Makes these files, by their paths below the root of sources, the ones that should be. */
  void update(Map<String, String> generated) throws IOException {
    for (String stale : expected().keySet()) {
      Files.delete(fileOf(stale));
    }
    for (var file : generated.entrySet()) {
      Files.writeString(fileOf(file.getKey()), file.getValue());
    }
  }

  Path fileOf(String path) {
    return directory.resolve(path.substring(packagePath().length()));
  }

  private String packagePath() {
    Matcher name = PACKAGE.matcher(input());
    if (!name.find()) {
      throw new IllegalArgumentException(directory + ": the input has no package");
    }
    return name.group(1).replace('.', '/') + "/";
  }

  private static List<Path> list(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return directory.getFileName().toString();
  }
}
