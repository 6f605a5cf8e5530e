package dev.fermata.processor.machine;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.Cases;
import dev.fermata.processor.lowering.Choices;
import dev.fermata.processor.lowering.HiddenTypes;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Untransformable;
import dev.fermata.processor.lowering.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * What no {@link StandIns type variable} can do is refused where it is said: to be extended or
 * implemented inside the body, by a lambda either; to have supertypes that no variable can have; to
 * be a part of what else a variable is no part of.
 */
final class StandInChecks extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Typed typed;
  private final StandIns standIns;

  private StandInChecks(Typed typed, StandIns standIns) {
    this.typed = typed;
    this.standIns = standIns;
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

  private boolean isHidden(@Nullable Element type) {
    return standIns.hidden().isHidden(type);
  }

  private boolean isHidden(TypeMirror type) {
    return type instanceof DeclaredType declared && isHidden(declared.asElement());
  }

  private Untransformable refusal(Tree tree, Element hidden, String reason) {
    Element named = hidden;
    while (named.getEnclosingElement() instanceof TypeElement outer && isHidden(outer)) {
      named = outer;
    }
    boolean isPrivate = named.getModifiers().contains(Modifier.PRIVATE);
    boolean isProtected = named.getModifiers().contains(Modifier.PROTECTED);
    String rights =
        isPrivate ? " is private" : isProtected ? " is protected" : " extends a private class";
    return new Untransformable(
        tree,
        named.getSimpleName()
            + rights
            + ", so the generated subclass cannot name it, and "
            + reason
            + "; make it "
            + (isProtected ? "public" : "package-private"));
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
      function(function);
    }
    return super.scan(tree, null);
  }

  /** In the place of patterns of hidden classes stand guards, of which there is one in a case. */
  @Override
  public @Nullable Void visitCase(CaseTree tree, @Nullable Void p) {
    List<? extends Tree> labels = Cases.labels(tree);
    for (Tree label : labels) {
      constant(tree, label);
    }
    if (labels.size() > 1 && Cases.isPattern(tree)) {
      for (Tree label : labels) {
        for (TypeElement hidden : new Mentioned().in(label)) {
          throw refusal(label, hidden, "no guard stands for several patterns of it");
        }
      }
    }
    return super.visitCase(tree, null);
  }

  /** A constant of a hidden enum is chosen by its name, among nothing but constants. */
  private void constant(CaseTree tree, Tree label) {
    Element constant = constant(label);
    Tree choice = typed.parent(tree);
    boolean byName = Choices.isByName(typed, Choices.selector(choice), Choices.cases(choice));
    Element ofConstant = constant == null ? null : constant.getEnclosingElement();
    if (ofConstant != null && isHidden(ofConstant) && !byName) {
      throw refusal(label, ofConstant, "its constants are chosen by name, among nothing else");
    }
  }

  /** The constant of an enum that a label names, or null. */
  private @Nullable Element constant(Tree label) {
    Element[] found = new Element[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
        boolean named = tree instanceof IdentifierTree || tree instanceof MemberSelectTree;
        Element element = tree != null && named ? typed.element(tree) : null;
        if (element != null && element.getKind() == ElementKind.ENUM_CONSTANT) {
          found[0] = element;
        }
        return super.scan(tree, null);
      }
    }.scan(label, null);
    return found[0];
  }

  /** The hidden classes that a tree mentions. */
  private final class Mentioned extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Set<TypeElement> found = new LinkedHashSet<>();

    Set<TypeElement> in(Tree tree) {
      scan(tree, null);
      return found;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
      if (tree != null) {
        found.addAll(standIns.hidden().in(typed.type(tree)));
      }
      return super.scan(tree, null);
    }
  }

  private void bounds(Tree tree, TypeElement hidden) {
    if (standIns.bounds(hidden).isEmpty()) {
      throw refusal(tree, hidden, "no type variable can extend what it extends");
    }
  }

  private void function(ExpressionTree tree) {
    TypeMirror wanted = typed.type(tree);
    if (isHidden(wanted)) {
      throw refusal(
          tree, ((DeclaredType) wanted).asElement(), "no lambda becomes what has no name");
    }
    if (wanted instanceof DeclaredType declared) {
      for (ExecutableElement method :
          ElementFilter.methodsIn(declared.asElement().getEnclosedElements())) {
        if (method.getModifiers().contains(Modifier.ABSTRACT)) {
          overridable(tree, method);
        }
      }
    }
  }

  private void overridable(Tree tree, ExecutableElement method) {
    Optional<TypeElement> hidden =
        method.getParameters().stream()
            .flatMap(parameter -> standIns.hidden().in(parameter.asType()).stream())
            .findFirst()
            .or(() -> standIns.hidden().in(method.getReturnType()).stream().findFirst());
    if (hidden.isPresent()) {
      throw refusal(
          tree, hidden.get(), method.getSimpleName() + " cannot be implemented without its name");
    }
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
    if (typed.element(tree) instanceof TypeElement type) {
      parents(tree, type);
      staticClass(tree, type);
    }
    return super.visitClass(tree, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void p) {
    ClassTree body = tree.getClassBody();
    if (body != null && typed.element(body) instanceof TypeElement type) {
      parents(tree, type);
      scan(tree.getEnclosingExpression(), null);
      scan(tree.getArguments(), null);
      return scan(body.getMembers(), null);
    }
    return super.visitNewClass(tree, null);
  }

  private void parents(Tree tree, TypeElement type) {
    for (TypeMirror parent : typed.types().directSupertypes(type.asType())) {
      if (isHidden(parent)) {
        throw refusal(
            tree,
            ((DeclaredType) parent).asElement(),
            "no class in the generated subclass can extend it");
      }
    }
    for (ExecutableElement method : ElementFilter.methodsIn(typed.elements().getAllMembers(type))) {
      boolean inherited =
          method.getModifiers().contains(Modifier.ABSTRACT)
              && method.getEnclosingElement() instanceof TypeElement declaring
              && !HiddenTypes.isLocal(declaring);
      if (inherited) {
        overridable(tree, method);
      }
    }
    for (ExecutableElement own : ElementFilter.methodsIn(type.getEnclosedElements())) {
      overridden(tree, own, type);
    }
  }

  private void overridden(Tree tree, ExecutableElement own, TypeElement type) {
    for (TypeMirror parent : typed.types().directSupertypes(type.asType())) {
      Element element = typed.types().asElement(parent);
      if (element instanceof TypeElement declaring) {
        for (ExecutableElement method :
            ElementFilter.methodsIn(typed.elements().getAllMembers(declaring))) {
          if (method.getSimpleName().equals(own.getSimpleName())
              && typed.elements().overrides(own, method, type)) {
            overridable(tree, method);
          }
        }
      }
    }
  }

  /** Records, enums and interfaces do not see the type variables of the method around them. */
  private void staticClass(ClassTree tree, TypeElement type) {
    if (type.getKind() == ElementKind.CLASS) {
      return;
    }
    for (Tree member : tree.getMembers()) {
      for (TypeElement hidden : new Mentioned().in(member)) {
        throw refusal(
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
        throw refusal(tree, hidden, "no type variable is part of a cast to several types");
      }
    }
    return super.visitTypeCast(tree, null);
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void p) {
    assigned(tree.getVariable());
    return super.visitAssignment(tree, null);
  }

  @Override
  public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void p) {
    assigned(tree.getVariable());
    return super.visitCompoundAssignment(tree, null);
  }

  private void assigned(ExpressionTree target) {
    ExpressionTree variable = Words.strip(target);
    Element element = variable instanceof IdentifierTree ? typed.element(variable) : null;
    if (element != null
        && element.getKind() == ElementKind.BINDING_VARIABLE
        && isHidden(element.asType())) {
      throw refusal(
          target,
          ((DeclaredType) element.asType()).asElement(),
          "a variable that a pattern binds to it cannot be assigned");
    }
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
              throw refusal(tree, hidden, type.getSimpleName() + " inherits this method with it");
            }
          }
        }
      }
    }
  }
}
