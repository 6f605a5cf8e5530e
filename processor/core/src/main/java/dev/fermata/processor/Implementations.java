package dev.fermata.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.analysis.Problem;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.environment.JavacEnvironment;
import dev.fermata.processor.model.AsyncOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Methods of an owner that implement another one in a wrong way: with less access, another type or
 * more exceptions. javac checks implementations in each class again that inherits them, and would
 * say the same once more of the generated class. So it is said here, in javac's words, and before
 * javac comes to it.
 */
final class Implementations {
  private static final String WRONG = "compiler.err.override.";
  private static final String MISSING = "compiler.err.does.not.override.abstract";

  private final JavacEnvironment javac;
  private final OuterTrees outerTrees;

  Implementations(JavacEnvironment javac) {
    this.javac = javac;
    this.outerTrees = new OuterTrees(javac.trees());
  }

  /** What to say about the problems of the analysis; empty where javac says all of it once. */
  List<Finding> findings(AsyncOwner owner, List<Problem> problems) {
    List<Finding> findings = new ArrayList<>();
    for (Problem problem : problems) {
      TreePath at = problem.code().startsWith(WRONG) ? around(problem, MethodTree.class) : null;
      if (at != null
          && javac.trees().getElement(at) instanceof ExecutableElement method
          && owner.type().equals(method.getEnclosingElement())
          && implementsAny(method, owner.type(), owner.type().asType())) {
        findings.add(Finding.failure(at, message(problem)));
      }
    }
    if (!findings.isEmpty()) {
      problems.forEach(problem -> consequence(owner, problem).ifPresent(findings::add));
    }
    return findings;
  }

  /** That something is not implemented at all. javac would not come to say it any more. */
  private Optional<Finding> consequence(AsyncOwner owner, Problem problem) {
    TreePath at = problem.code().equals(MISSING) ? around(problem, ClassTree.class) : null;
    return at != null && owner.type().equals(javac.trees().getElement(at))
        ? Optional.of(Finding.failure(at, message(problem)))
        : Optional.empty();
  }

  private @Nullable TreePath around(Problem problem, Class<? extends Tree> wanted) {
    TreePath at = outerTrees.around(problem.unit().outer(), problem.offset());
    while (at != null && !wanted.isInstance(at.getLeaf())) {
      at = at.getParentPath();
    }
    return at;
  }

  /** What javac says; what comes after the first line is going to be indented again. */
  private static String message(Problem problem) {
    return problem.message().replace("\n  ", "\n");
  }

  private boolean implementsAny(ExecutableElement method, TypeElement owner, TypeMirror type) {
    return javac.types().directSupertypes(type).stream()
        .anyMatch(
            parent ->
                isImplemented(method, owner, (TypeElement) ((DeclaredType) parent).asElement())
                    || implementsAny(method, owner, parent));
  }

  private boolean isImplemented(ExecutableElement method, TypeElement owner, TypeElement parent) {
    return ElementFilter.methodsIn(parent.getEnclosedElements()).stream()
        .filter(
            other ->
                parent.getKind().isInterface() || other.getModifiers().contains(Modifier.ABSTRACT))
        .anyMatch(other -> javac.elements().overrides(method, other, owner));
  }
}
