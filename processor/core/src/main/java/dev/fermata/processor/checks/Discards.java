package dev.fermata.processor.checks;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Finds the calls that give something to await, iterate over or keep, and whose result nobody
 * takes: as a statement, also in the head of a {@code for}, as the body of a lambda or as a method
 * reference where nothing is to be returned.
 */
final class Discards {
  /** The trees that can throw away a result. */
  static final Set<Tree.Kind> KINDS =
      Set.of(
          Tree.Kind.EXPRESSION_STATEMENT, Tree.Kind.LAMBDA_EXPRESSION, Tree.Kind.MEMBER_REFERENCE);

  private static final String MOCKITO = "org.mockito.";

  private final Symbols symbols;
  private final RuntimeTypes runtime;
  private final FunctionTypes functions;
  private final Results results;

  Discards(Symbols symbols, RuntimeTypes runtime, FunctionTypes functions) {
    this.symbols = symbols;
    this.runtime = runtime;
    this.functions = functions;
    this.results = new Results(functions);
  }

  /** The result that the tree of {@code path} throws away. */
  Optional<Discarded> at(TreePath path) {
    Tree tree = path.getLeaf();
    if (tree instanceof ExpressionStatementTree statement) {
      return call(statement.getExpression(), path).filter(it -> !isTried(path));
    }
    if (tree instanceof LambdaExpressionTree lambda
        && lambda.getBody() instanceof ExpressionTree body) {
      return call(body, path).flatMap(call -> taken(call, path));
    }
    return tree instanceof MemberReferenceTree reference
        ? reference(reference, path)
        : Optional.empty();
  }

  private Optional<Discarded> call(ExpressionTree expression, TreePath parent) {
    if (!(expression instanceof MethodInvocationTree call)) {
      return Optional.empty();
    }
    TreePath path = new TreePath(parent, call);
    RuntimeTypes.Kind kind = runtime.kindOf(symbols.typeOf(path));
    TreePath name = new TreePath(path, call.getMethodSelect());
    if (kind == RuntimeTypes.Kind.OTHER
        || !(symbols.elementOf(name) instanceof ExecutableElement method)
        || !results.areMadeBy(method)
        || isSaidToMock(path)) {
      return Optional.empty();
    }
    return Optional.of(new Discarded(call, name, method, kind, Optional.empty()));
  }

  /** Whether it only tells Mockito which call is meant: {@code verify(service).fetch(uri)}. */
  private boolean isSaidToMock(TreePath call) {
    TreePath at = call;
    while (at.getLeaf() instanceof MethodInvocationTree receiver
        && receiver.getMethodSelect() instanceof MemberSelectTree select) {
      at = new TreePath(new TreePath(at, select), select.getExpression());
      if (at.getLeaf() instanceof MethodInvocationTree inner
          && symbols.elementOf(new TreePath(at, inner.getMethodSelect()))
              instanceof ExecutableElement method
          && Symbols.ownerOf(method).startsWith(MOCKITO)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Discarded> reference(MemberReferenceTree reference, TreePath path) {
    if (!(symbols.elementOf(path) instanceof ExecutableElement method)
        || reference.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
      return Optional.empty();
    }
    RuntimeTypes.Kind kind = runtime.kindOf(method.getReturnType());
    return kind == RuntimeTypes.Kind.OTHER || !results.areMadeBy(method)
        ? Optional.empty()
        : taken(new Discarded(reference, path, method, kind, Optional.empty()), path);
  }

  /** With the functional interface of the lambda or reference, if its method returns nothing. */
  private Optional<Discarded> taken(Discarded result, TreePath function) {
    TypeMirror type = symbols.typeOf(function);
    return functions
        .methodOf(type)
        .filter(method -> method.getReturnType().getKind() == TypeKind.VOID)
        .filter(method -> !Results.areExpectedToFail(method))
        .map(
            method ->
                new Discarded(
                    result.call(),
                    result.at(),
                    result.method(),
                    result.kind(),
                    Optional.of(simple(Symbols.ownerOf(method)))));
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Whether a statement is the last one that a test framework calls to see what it throws. */
  private boolean isTried(TreePath statement) {
    TreePath block = statement.getParentPath();
    TreePath lambda = block.getParentPath();
    if (!(block.getLeaf() instanceof BlockTree body)
        || !(lambda.getLeaf() instanceof LambdaExpressionTree)) {
      return false;
    }
    List<? extends StatementTree> statements = body.getStatements();
    return statements.get(statements.size() - 1) == statement.getLeaf()
        && functions
            .methodOf(symbols.typeOf(lambda))
            .filter(Results::areExpectedToFail)
            .isPresent();
  }
}
