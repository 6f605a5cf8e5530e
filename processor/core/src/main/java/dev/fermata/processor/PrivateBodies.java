package dev.fermata.processor;

import com.sun.source.tree.Tree;
import dev.fermata.processor.analysis.AnalyzedUnit;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.lowering.Untransformable;
import dev.fermata.processor.model.AsyncMethod;
import dev.fermata.processor.writing.BodyCompiler;
import dev.fermata.processor.writing.CompiledBody;
import dev.fermata.processor.writing.Members;
import java.util.Optional;

/** Compiles the methods of the outer compilation by their counterparts, and survives failures. */
final class PrivateBodies implements BodyCompiler {
  private final BodyCompiler compiler;
  private final Counterparts counterparts;
  private final AnalyzedUnit unit;
  private final Compilation compilation;

  PrivateBodies(
      BodyCompiler compiler,
      Counterparts counterparts,
      AnalyzedUnit unit,
      Compilation compilation) {
    this.compiler = compiler;
    this.counterparts = counterparts;
    this.unit = unit;
    this.compilation = compilation;
  }

  @Override
  public Optional<CompiledBody> compile(AsyncMethod method) {
    try {
      return compiler.compile(counterparts.of(method));
    } catch (Untransformable construct) {
      compilation.reporter().hold(failure(construct));
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError failure) {
      compilation.errors().say(failure, method.element());
    }
    return Optional.empty();
  }

  private Finding failure(Untransformable construct) {
    Tree tree = construct.tree();
    int offset = unit.originalOffset(unit.attribution().start(tree));
    return Finding.failure(
        new OuterTrees(compilation.javac().trees())
            .startingAt(unit.outer(), offset, tree.getKind()),
        String.valueOf(construct.getMessage()));
  }

  @Override
  public Members shared() {
    return compiler.shared();
  }
}
