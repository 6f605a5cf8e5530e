package dev.fermata.processor.analysis;

import dev.fermata.processor.environment.JavacEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

  private final JavacEnvironment outer;
  private final NamesInUse names;

  ImplicitSources(JavacEnvironment outer, NamesInUse names) {
    this.outer = outer;
    this.names = names;
  }

  /** Whether javac would, or at least might, find a source in a package that it was not given. */
  boolean mayBeIn(String packageName) {
    List<Path> directories =
        outer.sourceTypes().roots().stream()
            .map(root -> root.resolve(packageName.replace('.', '/')))
            .filter(Files::isDirectory)
            .toList();
    return directories.stream()
            .flatMap(directory -> sourcesIn(directory).stream())
            .anyMatch(file -> isOnPath(packageName, String.valueOf(file.getFileName())))
        || names.typesOf(packageName).stream()
            .anyMatch(name -> isOnPath(packageName, name + EXTENSION))
        || (directories.isEmpty() && isOnSourcePath(packageName));
  }

  private List<Path> sourcesIn(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(EXTENSION))
          .filter(file -> !NO_TYPES.contains(String.valueOf(file.getFileName())))
          .filter(file -> !outer.sourceTypes().files().contains(file))
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** Where there is no source path, javac looks for sources on the class path. */
  private boolean isOnPath(String packageName, String file) {
    String type = file.substring(0, file.length() - EXTENSION.length());
    String name = packageName.isEmpty() ? type : packageName + "." + type;
    return !outer.sourceTypes().in(packageName).contains(name)
        && (exists(StandardLocation.SOURCE_PATH, packageName, file)
            || exists(StandardLocation.CLASS_PATH, packageName, file));
  }

  private boolean isOnSourcePath(String packageName) {
    String parent = packageName.substring(0, Math.max(packageName.lastIndexOf('.'), 0));
    String last = packageName.substring(packageName.lastIndexOf('.') + 1);
    return !packageName.isEmpty() && exists(StandardLocation.SOURCE_PATH, parent, last);
  }

  private boolean exists(Location location, String packageName, String name) {
    try {
      outer.processing().getFiler().getResource(location, packageName, name);
      return true;
    } catch (IOException notThere) {
      return false;
    } catch (RuntimeException unknown) {
      // A directory: javac finds it, and then has no file object for what is no file. Or a file
      // manager that fails when it is asked for what it does not expect, as compile-testing's.
      return true;
    }
  }
}
