package dev.fermata.samples.benchmarks.compiling;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The classes that are compiled: copies of one, with ten asynchronous methods, by other names. */
final class UserCode {
  private static final String TEMPLATE = "Service.java";

  private UserCode() {}

  /**
   * Writes the sources.
   *
   * @param directory where to
   * @param classes how many
   */
  static void write(Path directory, int classes) throws IOException {
    String template = template();
    for (int i = 0; i < classes; i++) {
      String name = "Service" + i;
      Files.writeString(
          directory.resolve(name + ".java"),
          template.replace("class Service ", "class " + name + " "));
    }
  }

  private static String template() throws IOException {
    try (InputStream template = UserCode.class.getResourceAsStream(TEMPLATE)) {
      return new String(
          Objects.requireNonNull(template, TEMPLATE).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
