package dev.fermata.laboratory;

import dev.fermata.EventLoop;
import dev.fermata.annotations.Async;
import dev.fermata.laboratory.fixture.Fixture;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.Lombok;
import org.jspecify.annotations.NullMarked;

/**
 * Where the classes are that a program is compiled against and runs with: the runtime, the
 * annotations, the fixture, and what user code likes to have.
 */
final class ClassPath {

  private static final List<Path> ENTRIES =
      Stream.of(EventLoop.class, Async.class, Fixture.class, NullMarked.class, Lombok.class)
          .map(ClassPath::location)
          .distinct()
          .toList();

  private ClassPath() {}

  static String asOption() {
    return ENTRIES.stream()
        .map(Path::toString)
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  static URL[] asUrls() {
    return ENTRIES.stream().map(ClassPath::url).toArray(URL[]::new);
  }

  private static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
