package dev.fermata.processor;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.analysis.Analysis;
import dev.fermata.processor.analysis.AnalyzedUnit;
import dev.fermata.processor.checks.Checks;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.diagnostics.Severity;
import dev.fermata.processor.lowering.Untransformable;
import dev.fermata.processor.model.AsyncMethod;
import dev.fermata.processor.writing.BodyCompiler;
import dev.fermata.processor.writing.CompiledBody;
import dev.fermata.processor.writing.Members;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compiles the methods of the outer compilation by their counterparts in the analysis. A body that
 * breaks the rules of the language is not compiled; and what fails is survived.
 */
final class PrivateBodies implements BodyCompiler {
  private final BodyCompiler compiler;
  private final Analysis analysis;
  private final AnalyzedUnit unit;
  private final Compilation compilation;
  private final Counterparts counterparts;
  private final Checks checks;
  private final OuterTrees outerTrees;
  private boolean isComplete = true;

  PrivateBodies(
      BodyCompiler compiler, Analysis analysis, AnalyzedUnit unit, Compilation compilation) {
    this.compiler = compiler;
    this.analysis = analysis;
    this.unit = unit;
    this.compilation = compilation;
    this.counterparts = new Counterparts(analysis);
    this.checks = Checks.ofBodies(analysis.trees(), analysis.elements(), analysis.types());
    this.outerTrees = new OuterTrees(compilation.javac().trees());
  }

  @Override
  public Optional<CompiledBody> compile(AsyncMethod method) {
    Optional<CompiledBody> body = tryToCompile(method);
    isComplete = isComplete && body.isPresent();
    return body;
  }

  /** Whether all bodies so far could be compiled. */
  boolean isComplete() {
    return isComplete;
  }

  private Optional<CompiledBody> tryToCompile(AsyncMethod method) {
    try {
      AsyncMethod counterpart = counterparts.of(method);
      List<Finding> obstacles = obstacles(analysis.trees().getPath(counterpart.element()));
      obstacles.forEach(compilation.reporter()::hold);
      return obstacles.isEmpty() ? compiler.compile(counterpart) : Optional.empty();
    } catch (Untransformable construct) {
      String message = String.valueOf(construct.getMessage());
      compilation
          .reporter()
          .holdAlsoAsFailure(
              new Finding(DiagnosticName.UNTRANSFORMABLE, outer(construct.tree()), message));
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError failure) {
      compilation.errors().say(failure, method.element());
    }
    return Optional.empty();
  }

  /**
   * The rules that a body breaks so that it cannot be compiled. The checks of the outer compilation
   * report them under their names; where these are switched off, they are still failures.
   */
  private List<Finding> obstacles(TreePath method) {
    return checks.findings(method).stream()
        .map(
            finding ->
                new Finding(finding.name(), outer(finding.at().getLeaf()), finding.message()))
        .filter(finding -> !isTolerable(finding))
        .map(finding -> Finding.failure(finding.at(), finding.message()))
        .toList();
  }

  /** Lambdas and classes are not transformed, so what they say can be left to fail at run time. */
  private boolean isTolerable(Finding finding) {
    return finding.name().equals(Optional.of(DiagnosticName.AWAIT_IN_LAMBDA))
        && compilation.reporter().severityOf(finding) != Severity.ERROR;
  }

  private TreePath outer(Tree tree) {
    int offset = unit.originalOffset(unit.attribution().start(tree));
    return outerTrees.startingAt(unit.outer(), offset, tree.getKind());
  }

  @Override
  public Set<String> declaredNames() {
    return compiler.declaredNames();
  }

  @Override
  public Members shared() {
    return compiler.shared();
  }
}
