package dev.fermata.processor.lowering;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.Terminator;
import dev.fermata.processor.model.BodyKind;
import java.util.Collection;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The way into the lowering: a method's body, or that of an async block. */
public final class Bodies {
  private Bodies() {}

  /**
   * Lowers the body of an async method.
   *
   * @param result the type of what it completes with
   * @param parameters its parameters
   * @throws Untransformable for a construct that cannot be transformed
   */
  public static Graph method(
      Typed typed,
      MethodTree method,
      BodyKind kind,
      TypeMirror result,
      Collection<? extends VariableElement> parameters) {
    return lower(typed, method.getBody(), kind, result, parameters);
  }

  /**
   * Lowers the body of {@code async(() -> …)}.
   *
   * @param result the type of what it completes with
   * @param captured the variables of the body around it that it uses
   */
  public static Graph block(
      Typed typed,
      LambdaExpressionTree block,
      TypeMirror result,
      Collection<? extends VariableElement> captured) {
    return lower(typed, block, BodyKind.COROUTINE, result, captured);
  }

  private static Graph lower(
      Typed typed,
      Tree body,
      BodyKind kind,
      TypeMirror result,
      Collection<? extends VariableElement> parameters) {
    Lowering lowering = new Lowering(typed, body, kind, result);
    for (VariableElement parameter : parameters) {
      lowering.graph().declare(Local.Kind.PARAMETER, parameter, parameter.asType());
    }
    patternVariables(lowering, body);
    Tree statements = body instanceof LambdaExpressionTree lambda ? lambda.getBody() : body;
    if (statements instanceof BlockTree block) {
      lowering.statements().lower(block.getStatements());
      lowering.end(new Terminator.Return(null));
    } else if (statements instanceof ExpressionTree expression) {
      expression(lowering, (LambdaExpressionTree) body, expression);
    }
    lowering.seal();
    return lowering.graph();
  }

  private static void expression(
      Lowering lowering, LambdaExpressionTree lambda, ExpressionTree expression) {
    boolean hasValue = lowering.typed().is(lowering.typed().type(lambda), "dev.fermata.AsyncBlock");
    if (hasValue) {
      lowering.expressions().ready(expression);
      lowering.end(new Terminator.Return(lowering.exits().value(expression)));
    } else {
      lowering.expressions().effect(expression);
      lowering.end(new Terminator.Return(null));
    }
  }

  /**
   * Pattern variables may be used after the statement that binds them, so all are known from the
   * start.
   */
  private static void patternVariables(Lowering lowering, Tree body) {
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void p) {
        lowering.local(tree.getVariable());
        return null;
      }

      @Override
      public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void p) {
        return tree == body ? super.visitLambdaExpression(tree, null) : null;
      }

      @Override
      public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
        return null;
      }
    }.scan(body, null);
  }
}
