package dev.fermata.documentation;

import dev.fermata.EventLoop;
import dev.fermata.annotations.Async;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What the programs of the documentation are compiled against and run with: the runtime. */
final class ClassPath {
  private static final List<URI> ENTRIES =
      Stream.of(EventLoop.class, Async.class, NullMarked.class).map(ClassPath::location).toList();

  private ClassPath() {}

  static List<File> files() {
    return ENTRIES.stream().map(File::new).toList();
  }

  static URL[] urls() {
    return ENTRIES.stream().map(ClassPath::url).toArray(URL[]::new);
  }

  private static URI location(Class<?> type) {
    return URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString());
  }

  private static URL url(URI location) {
    try {
      return location.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
