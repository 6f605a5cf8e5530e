package dev.fermata.processor;

import com.sun.source.tree.CompilationUnitTree;
import dev.fermata.processor.analysis.Analysis;
import dev.fermata.processor.discovery.PromisedTypes;
import dev.fermata.processor.environment.JavacEnvironment;
import dev.fermata.processor.model.AsyncOwner;
import dev.fermata.processor.writing.OwnerWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Has the units of owners analysed, with the classes in sight that will be generated. */
final class Analyses {
  private final JavacEnvironment javac;
  private final OwnerWriter writer;

  Analyses(JavacEnvironment javac, OwnerWriter writer) {
    this.javac = javac;
    this.writer = writer;
  }

  /**
   * The analysis of the units of owners.
   *
   * @param all those owners and the ones that have to wait: to these the bodies may refer as well
   * @param promised the classes that will be generated for them
   */
  Analysis of(List<AsyncOwner> owners, List<AsyncOwner> all, PromisedTypes promised) {
    Set<CompilationUnitTree> units = new LinkedHashSet<>();
    owners.forEach(owner -> units.add(unitOf(owner)));
    Map<String, String> generated = new LinkedHashMap<>();
    for (AsyncOwner owner : all) {
      generated.put(
          owner.generatedName().canonicalName(), writer.writeSignatures(owner, promised).text());
    }
    Analysis analysis = Analysis.of(javac, List.copyOf(units), generated);
    analysis
        .failure()
        .ifPresent(
            failure -> {
              throw new IllegalStateException("the private compiler broke down", failure);
            });
    return analysis;
  }

  /** The unit of the outer compilation in which an owner is declared. */
  CompilationUnitTree unitOf(AsyncOwner owner) {
    return javac.trees().getPath(owner.type()).getCompilationUnit();
  }
}
