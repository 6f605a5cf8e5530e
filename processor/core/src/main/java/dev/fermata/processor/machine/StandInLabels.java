package dev.fermata.processor.machine;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.Cases;
import dev.fermata.processor.lowering.Choices;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a {@code switch} that no {@link StandIns type variable} can stand in for.
 *
 * <p>In: a case. Out: nothing, or an error at its label.
 */
final class StandInLabels {
  private final StandInRefusals refusals;

  StandInLabels(StandInRefusals refusals) {
    this.refusals = refusals;
  }

  /** In the place of patterns of hidden classes stand guards, of which there is one in a case. */
  void check(CaseTree tree) {
    List<? extends Tree> labels = Cases.labels(tree);
    for (Tree label : labels) {
      constant(tree, label);
    }
    if (labels.size() > 1 && Cases.isPattern(tree)) {
      for (Tree label : labels) {
        for (TypeElement hidden : refusals.mentioned(label)) {
          throw refusals.refusal(label, hidden, "no guard stands for several patterns of it");
        }
      }
    }
  }

  /** A constant of a hidden enum is chosen by its name, among nothing but constants. */
  private void constant(CaseTree tree, Tree label) {
    Element constant = constant(label);
    Tree choice = refusals.typed().parent(tree);
    boolean byName =
        Choices.isByName(refusals.typed(), Choices.selector(choice), Choices.cases(choice));
    Element ofConstant = constant == null ? null : constant.getEnclosingElement();
    if (ofConstant != null && refusals.isHidden(ofConstant) && !byName) {
      throw refusals.refusal(
          label, ofConstant, "its constants are chosen by name, among nothing else");
    }
  }

  /** The constant of an enum that a label names, or null. */
  private @Nullable Element constant(Tree label) {
    Element[] found = new Element[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
        boolean named = tree instanceof IdentifierTree || tree instanceof MemberSelectTree;
        Element element = tree != null && named ? refusals.typed().element(tree) : null;
        if (element != null && element.getKind() == ElementKind.ENUM_CONSTANT) {
          found[0] = element;
        }
        return super.scan(tree, null);
      }
    }.scan(label, null);
    return found[0];
  }
}
