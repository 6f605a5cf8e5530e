package dev.fermata.processor.analysis;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.fermata.processor.discovery.PromisedTypes;
import dev.fermata.processor.environment.JavacEnvironment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;

/**
 * Runs the private compiler, and runs it again where its errors say that it was shown too little:
 * that is rare.
 */
final class AnalysisTask {
  private static final int MOST_ATTEMPTS = 4;

  private final JavacEnvironment outer;
  private final List<? extends CompilationUnitTree> units;
  private final Map<String, String> generated;
  private final PromisedTypes promised;
  private final PrivateCompiler compiler;
  private final List<AugmentedText> texts = new ArrayList<>();
  private final List<PrivateFile> files = new ArrayList<>();
  private final Set<String> exports = new TreeSet<>();

  AnalysisTask(
      JavacEnvironment outer,
      List<? extends CompilationUnitTree> units,
      Map<String, String> generated) {
    this.outer = outer;
    this.units = units;
    this.generated = generated;
    this.promised = new PromisedTypes(generated.keySet());
    this.compiler = new PrivateCompiler(outer);
  }

  Analysis run() throws IOException {
    List<UnitText> parsed = UnitParser.parse(compiler, units);
    NamesInUse names = new NamesInUse(parsed);
    for (UnitText unit : parsed) {
      AugmentedText text = Augmentation.of(unit, outer);
      texts.add(text);
      files.add(new PrivateFile.Source(nameOf(unit.outer()), text.text()));
    }
    for (int attempts = 1; ; attempts++) {
      OuterPackages packages =
          new OuterPackages(outer, new SourceStubs(outer, compiler), promised, names);
      DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
      Analysis analysis = attempt(packages, diagnostics);
      if (analysis.problems().isEmpty()
          || attempts == MOST_ATTEMPTS
          || !isMoreToShow(packages, names, diagnostics)) {
        return analysis;
      }
    }
  }

  private boolean isMoreToShow(
      OuterPackages packages, NamesInUse names, DiagnosticCollector<JavaFileObject> diagnostics)
      throws IOException {
    boolean more = false;
    for (String type : packages.missed()) {
      more |= names.add(type);
    }
    return compiler.seesAllOfPlatform()
        ? exports.addAll(new HiddenPackages(outer).optionsFor(diagnostics.getDiagnostics())) || more
        : more;
  }

  private Analysis attempt(OuterPackages packages, DiagnosticCollector<JavaFileObject> diagnostics)
      throws IOException {
    PrivateFileManager manager =
        new PrivateFileManager(compiler.platform(), packages, generated, topLevelTypes());
    JavacTask task = compiler.task(files, manager, diagnostics, exports);
    Trees trees = Trees.instance(task);
    Iterator<? extends CompilationUnitTree> parsed = task.parse().iterator();
    task.analyze();
    List<AnalyzedUnit> analyzed = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      analyzed.add(new AnalyzedUnit(units.get(i), parsed.next(), texts.get(i), trees));
    }
    return new Analysis(
        outer.elements(),
        promised,
        task.getElements(),
        task.getTypes(),
        trees,
        analyzed,
        new Problems(analyzed, files).of(diagnostics.getDiagnostics()),
        null);
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
