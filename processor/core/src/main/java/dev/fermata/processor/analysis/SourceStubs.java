package dev.fermata.processor.analysis;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.environment.JavacEnvironment;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Units of the outer compilation shown as source without bodies, because they mention types that it
 * could not resolve yet: the private compiler may find them among the types of this round.
 */
final class SourceStubs {
  private static final String NO_BODY = "{ throw null; }";

  private final JavacEnvironment outer;
  private final PrivateCompiler compiler;

  SourceStubs(JavacEnvironment outer, PrivateCompiler compiler) {
    this.outer = outer;
    this.compiler = compiler;
  }

  /**
   * Adds the files of those types of a package that are to be shown as source.
   *
   * @return these types
   */
  Set<TypeElement> addTo(List<PrivateFile> files, List<? extends TypeElement> types)
      throws IOException {
    Map<TypeElement, CompilationUnitTree> units = new LinkedHashMap<>();
    if (types.stream().anyMatch(this::isUnresolved)) {
      types.forEach(type -> unitOf(type).ifPresent(unit -> units.put(type, unit)));
      Set<CompilationUnitTree> unresolved = new HashSet<>();
      units.forEach(
          (type, unit) -> {
            if (isUnresolved(type)) {
              unresolved.add(unit);
            }
          });
      units.values().retainAll(unresolved);
      add(units, files);
    }
    return units.keySet();
  }

  private boolean isUnresolved(TypeElement type) {
    return outer.trees().getTree(type) != null && UnresolvedTypes.areIn(type);
  }

  private Optional<CompilationUnitTree> unitOf(TypeElement type) {
    return Optional.ofNullable(outer.trees().getPath(type)).map(TreePath::getCompilationUnit);
  }

  private void add(Map<TypeElement, CompilationUnitTree> unitOf, List<PrivateFile> files)
      throws IOException {
    List<CompilationUnitTree> units = List.copyOf(new LinkedHashSet<>(unitOf.values()));
    for (UnitText unit : UnitParser.parse(compiler, units)) {
      Edits edits = Augmentation.ofDeclarations(unit, outer);
      new BodyRemoval(unit, edits).scan(unit.tree(), null);
      String text = edits.applyTo(unit.spelling()).text();
      unitOf.forEach(
          (type, unitOfType) -> {
            if (unitOfType == unit.outer()) {
              files.add(new PrivateFile.Source(type.getQualifiedName().toString(), text));
            }
          });
    }
  }

  private static final class BodyRemoval extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final UnitText unit;
    private final Edits edits;

    BodyRemoval(UnitText unit, Edits edits) {
      this.unit = unit;
      this.edits = edits;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
      if (method.getBody() != null) {
        remove(method.getBody(), NO_BODY);
      }
      return null;
    }

    @Override
    public @Nullable Void visitBlock(BlockTree initializer, @Nullable Void unused) {
      remove(initializer, initializer.isStatic() ? "static {}" : "{}");
      return null;
    }

    private void remove(BlockTree block, String replacement) {
      int start = unit.start(block);
      edits.replace(start, unit.end(block) - start, replacement);
    }
  }
}
