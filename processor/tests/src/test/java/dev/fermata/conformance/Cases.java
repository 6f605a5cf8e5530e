package dev.fermata.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the programs of a section. */
final class Cases {

  private Cases() {}

  /** The programs of a section that the running JDK can compile, in the order of their numbers. */
  static List<Case> of(String section) {
    return all(section).stream().filter(Case::isSupportedHere).toList();
  }

  /** The programs of a section, in the order of their numbers. */
  static List<Case> all(String section) {
    try (Stream<Path> files = Files.list(folder(section))) {
      return files
          .map(Cases::read)
          .sorted(Comparator.comparingInt(Cases::numeric).thenComparing(Case::number))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(String section) {
    try {
      return Path.of(Cases.class.getResource(section).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Case read(Path file) {
    try {
      return Case.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int numeric(Case program) {
    return Integer.parseInt(program.number().replaceAll("\\D", ""));
  }
}
