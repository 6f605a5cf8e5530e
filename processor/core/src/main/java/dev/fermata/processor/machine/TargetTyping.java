package dev.fermata.processor.machine;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.VariableTree;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Words;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Which expressions mean something else, or nothing, where no type is asked of them (poly
 * expressions, JLS 15.2): lambdas, and calls whose type arguments are inferred with the help of
 * lambdas or become the type of an array.
 */
final class TargetTyping {
  private final Typed typed;

  TargetTyping(Typed typed) {
    this.typed = typed;
  }

  /** Whether {@code tree} has to stand where its type is known. */
  boolean isNeeded(ExpressionTree tree) {
    ExpressionTree inner = Words.strip(tree);
    if (inner instanceof ConditionalExpressionTree choice) {
      return isNeeded(choice.getTrueExpression()) || isNeeded(choice.getFalseExpression());
    }
    if (inner instanceof MethodInvocationTree call) {
      return infers(call)
          && (makesArray(call) || call.getArguments().stream().anyMatch(this::asks));
    }
    if (inner instanceof NewClassTree creation) {
      return isDiamond(creation) && creation.getArguments().stream().anyMatch(this::asks);
    }
    return inner instanceof LambdaExpressionTree || inner instanceof MemberReferenceTree;
  }

  /** Whether an argument takes part in inference only once a type is asked of the whole. */
  private boolean asks(ExpressionTree argument) {
    ExpressionTree inner = Words.strip(argument);
    return inner instanceof LambdaExpressionTree lambda ? isImplicit(lambda) : isNeeded(inner);
  }

  private boolean isImplicit(LambdaExpressionTree lambda) {
    List<? extends VariableTree> parameters = lambda.getParameters();
    return !parameters.isEmpty()
        && typed.nameStart(parameters.get(0)) == typed.start(parameters.get(0));
  }

  private boolean infers(MethodInvocationTree call) {
    ExecutableElement method = method(call);
    return method != null
        && call.getTypeArguments().isEmpty()
        && !method.getTypeParameters().isEmpty();
  }

  private boolean makesArray(MethodInvocationTree call) {
    ExecutableElement method = method(call);
    return method != null && method.isVarArgs() && typed.type(call).getKind() == TypeKind.ARRAY;
  }

  private @Nullable ExecutableElement method(MethodInvocationTree call) {
    return typed.element(call) instanceof ExecutableElement method ? method : null;
  }

  private static boolean isDiamond(NewClassTree creation) {
    return creation.getIdentifier() instanceof ParameterizedTypeTree type
        && type.getTypeArguments().isEmpty();
  }
}
