package dev.fermata.processor.machine;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.lowering.HiddenTypes;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Untransformable;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What no {@link StandIns type variable} can do is refused where it is said: to be extended or
 * implemented inside the body, by a lambda either; to have supertypes that no variable can have; to
 * be a part of what else a variable is no part of.
 */
final class StandInChecks extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Typed typed;
  private final StandIns standIns;
  private final StandInRefusals refusals;
  private final StandInLabels labels;
  private final StandInSubclasses subclasses;

  private StandInChecks(Typed typed, StandIns standIns) {
    this.typed = typed;
    this.standIns = standIns;
    this.refusals = new StandInRefusals(typed, standIns);
    this.labels = new StandInLabels(refusals);
    this.subclasses = new StandInSubclasses(refusals);
  }

  /**
   * Looks through a body.
   *
   * @throws Untransformable at the first tree that cannot be written
   */
  static void check(Typed typed, StandIns standIns, Tree body) {
    if (standIns.hidden().hasAny()) {
      new StandInChecks(typed, standIns).scan(body, null);
    }
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
    if ((tree instanceof ExpressionTree || tree instanceof VariableTree) && typed.isWritten(tree)) {
      for (TypeElement hidden : standIns.in(Stream.of(typed.type(tree)))) {
        bounds(tree, hidden);
      }
    }
    if (tree instanceof ExpressionTree function
        && (tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree)) {
      subclasses.function(function);
    }
    return super.scan(tree, null);
  }

  @Override
  public @Nullable Void visitCase(CaseTree tree, @Nullable Void p) {
    labels.check(tree);
    return super.visitCase(tree, null);
  }

  private void bounds(Tree tree, TypeElement hidden) {
    if (standIns.bounds(hidden).isEmpty()) {
      throw refusals.refusal(tree, hidden, "no type variable can extend what it extends");
    }
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
    if (typed.element(tree) instanceof TypeElement type) {
      subclasses.parents(tree, type);
      staticClass(tree, type);
    }
    return super.visitClass(tree, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void p) {
    ClassTree body = tree.getClassBody();
    if (body != null && typed.element(body) instanceof TypeElement type) {
      subclasses.parents(tree, type);
      scan(tree.getEnclosingExpression(), null);
      scan(tree.getArguments(), null);
      return scan(body.getMembers(), null);
    }
    return super.visitNewClass(tree, null);
  }

  /** Records, enums and interfaces do not see the type variables of the method around them. */
  private void staticClass(ClassTree tree, TypeElement type) {
    if (type.getKind() == ElementKind.CLASS) {
      return;
    }
    for (Tree member : tree.getMembers()) {
      for (TypeElement hidden : refusals.mentioned(member)) {
        throw refusals.refusal(
            typed.isWritten(member) ? member : tree,
            hidden,
            "a record, enum or interface in a body cannot use it");
      }
    }
  }

  @Override
  public @Nullable Void visitTypeCast(TypeCastTree tree, @Nullable Void p) {
    TypeMirror type = typed.type(tree.getType());
    if (type instanceof IntersectionType several) {
      for (TypeElement hidden : standIns.hidden().in(several)) {
        throw refusals.refusal(tree, hidden, "no type variable is part of a cast to several types");
      }
    }
    return super.visitTypeCast(tree, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void p) {
    Element method = typed.element(tree);
    if (method != null && !standIns.hidden().mentions(method)) {
      inherited(tree, tree.getMethodSelect());
    }
    return super.visitMethodInvocation(tree, null);
  }

  /** What a class around inherits with hidden types for type variables is of those types there. */
  private void inherited(MethodInvocationTree tree, ExpressionTree select) {
    ExpressionTree receiver = Receivers.of(select);
    boolean own = receiver == null || Receivers.isWord(receiver);
    List<TypeElement> around = own ? typed.enclosingClasses(tree) : List.of();
    for (TypeElement type : around) {
      if (!HiddenTypes.isLocal(type)) {
        for (TypeMirror parent : typed.types().directSupertypes(type.asType())) {
          for (TypeElement hidden : standIns.hidden().in(parent)) {
            if (standIns.hidden().mentions(typed.type(tree))) {
              throw refusals.refusal(
                  tree, hidden, type.getSimpleName() + " inherits this method with it");
            }
          }
        }
      }
    }
  }
}
