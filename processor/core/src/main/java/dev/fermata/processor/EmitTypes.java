package dev.fermata.processor;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.analysis.Problem;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.diagnostics.Wording;

/**
 * {@code EmitType}: what is emitted fits the generator. The analysis judges it, for javac does not:
 * to javac the type of an element is whatever is emitted.
 */
final class EmitTypes {
  private final OuterTrees outerTrees;

  EmitTypes(OuterTrees outerTrees) {
    this.outerTrees = outerTrees;
  }

  /** What to say about a problem of the analysis. */
  Finding finding(Problem problem) {
    TreePath at = outerTrees.around(problem.unit().outer(), problem.offset());
    return new Finding(DiagnosticName.EMIT_TYPE, at, message(problem, at));
  }

  private static String message(Problem problem, TreePath at) {
    if (problem.kind() == Problem.Kind.EMIT_ALL_SOURCE) {
      return problem.message() + "; write emitAll(AsyncGenerator.from(…))";
    }
    for (Tree tree : at) {
      if (tree instanceof MethodTree method
          && method.getReturnType() instanceof ParameterizedTypeTree type) {
        return "%s, and %s emits elements of type %s; convert it, or change the return type"
            .formatted(problem.message(), Wording.method(method), type.getTypeArguments().get(0));
      }
    }
    return problem.message();
  }
}
