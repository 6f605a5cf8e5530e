package dev.fermata.matrix;

import dev.fermata.laboratory.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the templates of a group from its resource.
 *
 * <p>A template starts with a line <code>== name</code>, to which <code>[21]</code> is added where
 * it needs that JDK and <code>[generator]</code> where it is the body of one.
 */
final class Templates {

  private Templates() {}

  /** The templates that the running JDK can compile. */
  static List<Template> of(String group) {
    return Arrays.stream(read(group + ".txt").split("(?m)^== "))
        .filter(text -> !text.isBlank())
        .map(Templates::parse)
        .filter(Template::isSupportedHere)
        .toList();
  }

  /** What the templates have in common: the superclass of their classes. */
  static Source scenery() {
    return Source.in(Template.PACKAGE, read("Scenery.java"));
  }

  private static Template parse(String text) {
    int end = text.indexOf('\n');
    String head = text.substring(0, end);
    String[] parts = head.split("[\\[\\]]+");
    List<String> marks = List.of(parts).subList(1, parts.length);
    int since =
        marks.stream().filter(mark -> mark.matches("\\d+")).mapToInt(Integer::parseInt).sum();
    return new Template(
        parts[0].strip(), since, marks.contains("generator"), text.substring(end + 1));
  }

  private static String read(String resource) {
    try (@Nullable InputStream in = Templates.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
