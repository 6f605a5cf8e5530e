package dev.fermata.processor.analysis;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.fermata.processor.environment.JavacEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;

/** One run of the private compiler. */
final class AnalysisTask {
  private final JavacEnvironment environment;
  private final List<? extends CompilationUnitTree> units;
  private final Map<String, String> generated;
  private final List<AugmentedText> texts = new ArrayList<>();
  private final List<PrivateFile> files = new ArrayList<>();

  AnalysisTask(
      JavacEnvironment environment,
      List<? extends CompilationUnitTree> units,
      Map<String, String> generated) {
    this.environment = environment;
    this.units = units;
    this.generated = generated;
  }

  Analysis run() {
    try {
      return analysis();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Analysis analysis() throws IOException {
    PrivateCompiler compiler = new PrivateCompiler(environment);
    for (UnitText unit : UnitParser.parse(compiler, compiler.platform(), units)) {
      AugmentedText augmented = Augmentation.of(unit, environment);
      texts.add(augmented);
      files.add(new PrivateFile.Source(nameOf(unit.outer()), augmented.text()));
    }
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    PrivateFileManager manager =
        new PrivateFileManager(
            compiler.platform(),
            new OuterPackages(environment.elements(), generated.keySet()),
            generated,
            topLevelTypes());
    JavacTask task = compiler.task(files, manager, diagnostics, List.of());
    Trees trees = Trees.instance(task);
    List<CompilationUnitTree> parsed = new ArrayList<>();
    task.parse().forEach(parsed::add);
    task.analyze();
    List<AnalyzedUnit> analyzed = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      analyzed.add(new AnalyzedUnit(units.get(i), parsed.get(i), texts.get(i), trees));
    }
    return new Analysis(
        environment.elements(),
        task.getElements(),
        task.getTypes(),
        trees,
        analyzed,
        new Problems(analyzed, files).of(diagnostics.getDiagnostics()));
  }

  private Set<String> topLevelTypes() {
    Set<String> names = new HashSet<>();
    for (CompilationUnitTree unit : units) {
      for (Tree type : unit.getTypeDecls()) {
        if (type instanceof ClassTree named) {
          names.add(inPackage(unit, named.getSimpleName().toString()));
        }
      }
    }
    return names;
  }

  private static String nameOf(CompilationUnitTree unit) {
    String name = unit.getSourceFile().getName();
    int start = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
    int end = name.endsWith(".java") ? name.length() - ".java".length() : name.length();
    return inPackage(unit, name.substring(start, end));
  }

  private static String inPackage(CompilationUnitTree unit, String name) {
    return unit.getPackageName() == null ? name : unit.getPackageName() + "." + name;
  }
}
