package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import dev.fermata.processor.lowering.Typed;

/**
 * Assertions that are kept. They are enabled for each class by its name (JLS 14.10), so the user's
 * class is asked.
 *
 * <pre>{@code
 * assert c : d;   =>   if (ASSERTIONS$ENABLED && !(c)) throw new AssertionError(d);
 * }</pre>
 */
final class KeptAssertions {
  private KeptAssertions() {}

  /** Rewrites an assertion. */
  static void rewrite(Rewriter place, AssertTree tree) {
    Typed typed = place.renderer().typed();
    ExpressionTree condition = tree.getCondition();
    ExpressionTree detail = tree.getDetail();
    boolean inBlock = typed.parent(tree) instanceof BlockTree;
    CodeBlock enabled = place.renderer().surroundings().assertionsEnabled();
    CodeBlock raised = CodeBlock.of(")) throw new $T(", AssertionError.class);
    place.replace(
        typed.start(tree),
        typed.start(condition),
        CodeBlock.of("$Lif ($L && !(", inBlock ? "" : "{ ", enabled));
    place.scan(condition, null);
    int tested = typed.end(condition);
    if (detail != null) {
      place.replace(tested, typed.start(detail), raised);
      place.scan(detail, null);
    }
    place.replace(
        detail == null ? tested : typed.end(detail),
        typed.end(tree),
        CodeBlock.of("$L);$L", detail == null ? raised : "", inBlock ? "" : " }"));
  }
}
