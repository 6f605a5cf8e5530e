package dev.fermata.processor.lowering;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.graph.Cases;
import dev.fermata.processor.graph.Code;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** What a {@code switch} chooses by, whether it is a statement or an expression. */
public final class Choices {
  private Choices() {}

  /** What is chosen by, without the parentheses around it. */
  public static ExpressionTree selector(Tree choice) {
    return Words.strip(
        choice instanceof SwitchTree statement
            ? statement.getExpression()
            : ((SwitchExpressionTree) choice).getExpression());
  }

  /** What is chosen among. */
  public static List<? extends CaseTree> cases(Tree choice) {
    return choice instanceof SwitchTree statement
        ? statement.getCases()
        : ((SwitchExpressionTree) choice).getCases();
  }

  /**
   * Whether it is the names of constants that are chosen among: a hidden enum has none that a label
   * could name.
   */
  public static boolean isByName(
      Typed typed, ExpressionTree selector, List<? extends CaseTree> cases) {
    TypeMirror type = typed.type(selector);
    return typed.is(type, "java.lang.Enum")
        && typed.hidden().isHidden(typed.types().asElement(type))
        && cases.stream().noneMatch(Cases::isPattern);
  }

  /** What is thrown where no case is there (JLS 15.28.2). */
  public static Code unmatched(Typed typed) {
    TypeElement exception = typed.elements().getTypeElement("java.lang.MatchException");
    return exception != null
        ? Code.of("new $L(null, null)", exception.asType())
        : Code.of(
            "new $L()",
            typed.elements().getTypeElement("java.lang.IncompatibleClassChangeError").asType());
  }
}
