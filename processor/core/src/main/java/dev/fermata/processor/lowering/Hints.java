package dev.fermata.processor.lowering;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;

/** Names for temporaries that tell a reader what is in them. */
final class Hints {
  private Hints() {}

  static String of(ExpressionTree tree) {
    if (tree instanceof MethodInvocationTree call) {
      return of(call.getMethodSelect());
    }
    if (tree instanceof MemberSelectTree select) {
      return select.getIdentifier().toString();
    }
    if (tree instanceof IdentifierTree name) {
      return name.getName().toString();
    }
    return tree instanceof NewClassTree ? "created" : "operand";
  }
}
