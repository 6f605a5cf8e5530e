package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.Cases;
import dev.fermata.processor.graph.RecordPatterns;
import dev.fermata.processor.lowering.Choices;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.model.RuntimeNames;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The choice among the constants of a hidden enum, which is made by their names, and among hidden
 * classes, which guards make. Of neither javac knows that all cases are there.
 *
 * <pre>{@code
 * switch (op) { case ADD -> 1; … }          =>   switch (Access.name(op)) { case "ADD" -> 1; … default -> throw … }
 * switch (s) { case Circle c -> f(c); … }
 *   =>  switch (s) { case Shape selected$ when Match.<Circle>of(…, selected$) instanceof Match<Circle> c -> f(c.get()); … }
 * }</pre>
 */
final class HiddenCases {
  private final HiddenAccess hidden;

  HiddenCases(HiddenAccess hidden) {
    this.hidden = hidden;
  }

  /** Replaces what a kept switch chooses by, and adds the default that javac asks for. */
  void rewrite(Rewriter place, Tree tree) {
    Typed typed = place.renderer().typed();
    ExpressionTree selector = Choices.selector(tree);
    List<? extends CaseTree> cases = Choices.cases(tree);
    if (Choices.isByName(typed, selector, cases)) {
      place.enclose(
          selector, CodeBlock.of("$L.name(", HiddenAccess.receiver(place, RuntimeNames.ACCESS)));
    }
    if (asksForDefault(typed, tree)) {
      CaseTree last = cases.get(cases.size() - 1);
      CodeBlock thrown = place.renderer().code(Choices.unmatched(typed));
      place.insert(
          typed.end(tree) - 1,
          CodeBlock.of(
              "default$L $L;\n",
              Cases.isArrow(last) ? " ->" : ":",
              fallsThrough(last) ? CodeBlock.of("break") : CodeBlock.of("throw $L", thrown)));
    }
  }

  /** The last statements may go on behind the switch, and must not go on in what is added. */
  private static boolean fallsThrough(CaseTree last) {
    List<? extends StatementTree> statements = Cases.statements(last);
    if (Cases.isArrow(last) || statements.isEmpty()) {
      return !Cases.isArrow(last);
    }
    return switch (statements.get(statements.size() - 1).getKind()) {
      case BREAK, CONTINUE, RETURN, THROW, YIELD -> false;
      default -> true;
    };
  }

  /** Whether javac, which does not know that all cases are there, asks for a default. */
  boolean asksForDefault(Typed typed, Tree choice) {
    List<? extends CaseTree> cases = Choices.cases(choice);
    boolean all =
        choice instanceof SwitchExpressionTree || cases.stream().anyMatch(Cases::isEnhanced);
    return all
        && !cases.isEmpty()
        && cases.stream().noneMatch(Cases::isDefault)
        && (Choices.isByName(typed, Choices.selector(choice), cases)
            || cases.stream().anyMatch(label -> isGuarded(typed, label)));
  }

  /** Whether a label is a constant of a hidden enum. */
  boolean isConstant(Typed typed, Tree label) {
    return hidden.isHidden(typed.type(label)) && typed.is(typed.type(label), "java.lang.Enum");
  }

  /** Replaces a constant that is named with its enum; false for what is no label. */
  boolean constant(Rewriter place, MemberSelectTree tree) {
    Typed typed = place.renderer().typed();
    boolean label = typed.parent(tree).getKind().name().equals("CONSTANT_CASE_LABEL");
    if (!label || !isConstant(typed, tree)) {
      return false;
    }
    place.replace(tree, CodeBlock.of("$S", tree.getIdentifier()));
    return true;
  }

  /** The pattern of a label that speaks of a hidden class, or null. */
  private @Nullable Tree pattern(Typed typed, CaseTree label) {
    Tree[] found = new Tree[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
        boolean pattern = tree instanceof BindingPatternTree || RecordPatterns.is(tree);
        if (tree != null && pattern && hidden.patterns().isHidden(typed, tree)) {
          found[0] = tree;
        }
        return pattern ? null : super.scan(tree, null);
      }
    }.scan(Cases.labels(label), null);
    return found[0];
  }

  /** Whether a label has a guard that asks for a hidden class. */
  boolean isGuarded(Typed typed, CaseTree label) {
    return pattern(typed, label) != null;
  }

  /**
   * Rewrites a label whose pattern is of a hidden class.
   *
   * @param guard the user's guard that is written, or null
   * @return whether it has been rewritten
   */
  boolean label(Rewriter place, CaseTree label, @Nullable ExpressionTree guard) {
    Typed typed = place.renderer().typed();
    Tree pattern = pattern(typed, label);
    if (pattern == null) {
      return false;
    }
    TypeMirror type = typed.type(Choices.selector(typed.parent(label)));
    CodeBlock selected = selected(place.renderer(), label);
    place.replace(pattern, CodeBlock.of("$T $L", place.renderer().type(type), selected));
    CodeBlock test = hidden.patterns().match(place, pattern, selected);
    if (guard == null) {
      place.insert(typed.end(pattern), CodeBlock.of(" when $L", test));
    } else {
      place.insert(typed.start(guard), CodeBlock.of("$L && (", test));
      place.insert(typed.end(guard), CodeBlock.of(")"));
    }
    return true;
  }

  /** What is chosen among, with a number in a case of another choice. */
  private static CodeBlock selected(Renderer renderer, CaseTree label) {
    int depth = 1;
    TreePath around = renderer.typed().path(label);
    for (TreePath at = around.getParentPath(); at != null; at = at.getParentPath()) {
      depth += at.getLeaf() instanceof CaseTree ? 1 : 0;
    }
    String name = renderer.names().inner(depth == 1 ? "selected$" : "selected$" + depth);
    return CodeBlock.of("$L", name);
  }
}
