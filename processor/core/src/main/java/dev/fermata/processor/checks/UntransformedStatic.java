package dev.fermata.processor.checks;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.diagnostics.Wording;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * {@code UntransformedInstance}: a call of the static method that the generated class hides, or a
 * reference to it.
 */
final class UntransformedStatic implements TreeRule {
  private static final String THIS = "this";

  private final Symbols symbols;
  private final Owners owners;

  UntransformedStatic(Symbols symbols, Owners owners) {
    this.symbols = symbols;
    this.owners = owners;
  }

  @Override
  public Set<DiagnosticName> names() {
    return Set.of(DiagnosticName.UNTRANSFORMED_INSTANCE);
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.METHOD_INVOCATION, Tree.Kind.MEMBER_REFERENCE);
  }

  @Override
  public void check(TreePath path, Consumer<Finding> findings) {
    TreePath at = Symbols.pointAt(path);
    if (symbols.elementOf(at) instanceof ExecutableElement method
        && Symbols.isAsync(method)
        && method.getModifiers().contains(Modifier.STATIC)
        && method.getEnclosingElement() instanceof TypeElement type) {
      owners
          .of(type)
          .ifPresent(
              owner ->
                  findings.accept(
                      new Finding(
                          DiagnosticName.UNTRANSFORMED_INSTANCE,
                          at,
                          fault(path, owner) + instead(path.getLeaf(), method, owner))));
    }
  }

  /**
   * In a body of the same class the name means the transformed method, for the body is written once
   * more in the generated class; but not so where original bodies are run.
   */
  private String fault(TreePath path, Owners.Owner owner) {
    String text = Wording.expression(path.getLeaf());
    boolean meansGenerated =
        path.getLeaf() instanceof MethodInvocationTree call
            && isSaidOfOwnClass(call.getMethodSelect())
            && symbols
                .asyncMethodAround(path)
                .filter(method -> owner.type().equals(method.getEnclosingElement()))
                .isPresent();
    return meansGenerated
        ? text + " is no coroutine where original bodies are run"
        : "%s %s the method of %s, which is not transformed"
            .formatted(
                text,
                path.getLeaf() instanceof MemberReferenceTree ? "refers to" : "calls",
                owner.name());
  }

  private static boolean isSaidOfOwnClass(ExpressionTree name) {
    return name instanceof IdentifierTree
        || (name instanceof MemberSelectTree select
            && select.getExpression() instanceof IdentifierTree receiver
            && receiver.getName().contentEquals(THIS));
  }

  private static String instead(Tree tree, ExecutableElement method, Owners.Owner owner) {
    String form = "; write %s.%s(" + (method.getParameters().isEmpty() ? "" : "…") + ")";
    return (tree instanceof MemberReferenceTree ? "; write %s::%s" : form)
        .formatted(owner.generated(), method.getSimpleName());
  }
}
