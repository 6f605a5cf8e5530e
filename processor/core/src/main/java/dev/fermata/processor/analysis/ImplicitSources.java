package dev.fermata.processor.analysis;

import com.sun.source.util.TreePath;
import dev.fermata.processor.environment.JavacEnvironment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;

/**
 * Sources that javac would find on its source path if a name in the program led it there.
 *
 * <p>To look at such a type is to compile it: it is parsed, its errors are the user's, and its
 * class file is written. So a package that has any must not be looked through.
 */
final class ImplicitSources {
  private static final String EXTENSION = ".java";
  private static final Set<String> NO_TYPES = Set.of("package-info.java", "module-info.java");

  /** Where there is no source path, javac looks for sources on the class path. */
  private static final List<Location> PATHS =
      List.of(StandardLocation.SOURCE_PATH, StandardLocation.CLASS_PATH);

  private final JavacEnvironment outer;

  ImplicitSources(JavacEnvironment outer) {
    this.outer = outer;
  }

  /** Whether javac would find a source in a package that it has not been given. */
  boolean areIn(String packageName) {
    Set<Path> given = new HashSet<>();
    outer.sourceTypes().in(packageName).forEach(type -> fileOf(type).ifPresent(given::add));
    return directoriesOf(packageName, given).stream()
        .flatMap(directory -> sourcesIn(directory).stream())
        .anyMatch(file -> !given.contains(file) && isOnPath(packageName, file));
  }

  private Set<Path> directoriesOf(String packageName, Set<Path> given) {
    Set<Path> directories = new HashSet<>();
    given.forEach(file -> directories.add(file.resolveSibling("")));
    if (!packageName.isEmpty()) {
      String parent = packageName.substring(0, Math.max(packageName.lastIndexOf('.'), 0));
      String last = packageName.substring(packageName.lastIndexOf('.') + 1);
      PATHS.forEach(path -> find(path, parent, last).ifPresent(directories::add));
    }
    return directories;
  }

  private boolean isOnPath(String packageName, Path file) {
    String name = String.valueOf(file.getFileName());
    return PATHS.stream().anyMatch(path -> find(path, packageName, name).isPresent());
  }

  private Optional<Path> fileOf(String type) {
    TypeElement element = outer.elements().getTypeElement(type);
    TreePath path = element == null ? null : outer.trees().getPath(element);
    return path == null
        ? Optional.empty()
        : pathOf(path.getCompilationUnit().getSourceFile().toUri());
  }

  private Optional<Path> find(Location location, String packageName, String name) {
    try {
      return pathOf(outer.processing().getFiler().getResource(location, packageName, name).toUri());
    } catch (IOException | RuntimeException notThere) {
      return Optional.empty();
    }
  }

  private static Optional<Path> pathOf(URI uri) {
    try {
      return "file".equals(uri.getScheme())
          ? Optional.of(Path.of(uri).toAbsolutePath().normalize())
          : Optional.empty();
    } catch (IllegalArgumentException notOfFileSystem) {
      return Optional.empty();
    }
  }

  private static List<Path> sourcesIn(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(EXTENSION))
          .filter(file -> !NO_TYPES.contains(String.valueOf(file.getFileName())))
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
