package dev.fermata.processor.environment;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The top-level types that the compiler was told to compile, or that processors have generated, in
 * all rounds so far. Any other type in source is one that javac has come across, or has yet to.
 */
public final class SourceTypes {
  private final Elements elements;
  private final Trees trees;
  private final Map<String, Set<String>> byPackage = new HashMap<>();
  private final Set<Path> files = new HashSet<>();
  private final Set<Path> roots = new HashSet<>();

  SourceTypes(Elements elements, Trees trees) {
    this.elements = elements;
    this.trees = trees;
  }

  /** Notes the types of a round; to be called in every round, before anything else is asked. */
  public void add(RoundEnvironment round) {
    for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
      String packageName = elements.getPackageOf(type).getQualifiedName().toString();
      byPackage
          .computeIfAbsent(packageName, name -> new TreeSet<>())
          .add(type.getQualifiedName().toString());
      fileOf(type).ifPresent(file -> add(file, packageName));
    }
  }

  private void add(Path file, String packageName) {
    files.add(file);
    Path directory = Path.of(packageName.replace('.', '/'));
    Path parent = file.getParent();
    if (parent != null && packageName.isEmpty()) {
      roots.add(parent);
    } else if (parent != null && parent.endsWith(directory)) {
      roots.add(parent.resolve("../".repeat(directory.getNameCount())).normalize());
    }
  }

  private Optional<Path> fileOf(TypeElement type) {
    return Optional.ofNullable(trees.getPath(type))
        .map(TreePath::getCompilationUnit)
        .flatMap(unit -> pathOf(unit.getSourceFile().toUri()));
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

  /** The qualified names of those in a package. */
  public Set<String> in(String packageName) {
    return Collections.unmodifiableSet(byPackage.getOrDefault(packageName, Set.of()));
  }

  /** The files that they are in, as far as these are files of the file system. */
  public Set<Path> files() {
    return Collections.unmodifiableSet(files);
  }

  /** The directories that the directories of their packages are in. */
  public Set<Path> roots() {
    return Collections.unmodifiableSet(roots);
  }
}
