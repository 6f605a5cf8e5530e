package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.Cases;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.Terminator;
import dev.fermata.processor.lowering.HiddenTypes;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Untransformable;
import dev.fermata.processor.lowering.Words;
import dev.fermata.processor.model.Word;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites one piece of the user's text.
 *
 * <p>In: a tree. Out: its text, with replaced parts, jumps, renamed locals, imported types,
 * qualified members, accessors in the place of what a subclass cannot name, and machines in the
 * place of async blocks.
 */
final class Rewriter extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Renderer renderer;
  private final Typed typed;
  private final Text text;
  private final LiftedReferences lifted = new LiftedReferences(this);
  private final PlaceNames names;
  private final @Nullable Tree root;
  private int functions;
  private int classes;

  Rewriter(Renderer renderer, Tree root, int start, int end) {
    this.renderer = renderer;
    this.typed = renderer.typed();
    this.text = new Text(typed.text(), start, end);
    this.names = new PlaceNames(renderer);
    this.root = root;
    names.bind(root);
    scan(root, null);
  }

  Rewriter(Renderer renderer, Iterable<? extends Tree> parts, int start, int end) {
    this.renderer = renderer;
    this.typed = renderer.typed();
    this.text = new Text(typed.text(), start, end);
    this.names = new PlaceNames(renderer);
    this.root = null;
    parts.forEach(names::bind);
    parts.forEach(part -> scan(part, null));
  }

  /** The members of an anonymous class that stand between two places. */
  static Rewriter ofClassBody(Renderer renderer, int start, int end, ClassTree tree) {
    Rewriter rewriter = new Rewriter(renderer, List.of(), start, end);
    rewriter.classBody(tree);
    return rewriter;
  }

  /**
   * The label of a case, with its guard or without; a guard is asked if {@code first} holds, as the
   * first part of a conjunction that is left open.
   */
  static Rewriter ofLabel(
      Renderer renderer, CaseTree tree, @Nullable ExpressionTree guard, @Nullable CodeBlock first) {
    List<? extends Tree> labels = Cases.labels(tree);
    Tree last = guard != null ? guard : labels.get(labels.size() - 1);
    Typed typed = renderer.typed();
    Rewriter rewriter = new Rewriter(renderer, List.of(), typed.start(tree), typed.end(last));
    labels.forEach(rewriter.names::bind);
    rewriter.names.bind(guard);
    if (guard != null && first != null) {
      rewriter.insert(typed.start(guard), CodeBlock.of("$L && (", first));
    }
    rewriter.label(tree, guard);
    return rewriter;
  }

  CodeBlock code() {
    return text.code();
  }

  Renderer renderer() {
    return renderer;
  }

  /** What a variable of the body is called in a lambda or class here. */
  String nameInside(Local local) {
    return names.of(local, true);
  }

  /**
   * Whether the place that is being rewritten is inside a class of its own, where {@code this} is
   * another.
   */
  boolean insideClass() {
    return classes > 0;
  }

  /** Whether the value of an expression is not asked for. */
  boolean isForEffect(Tree tree) {
    Tree parent = typed.parent(tree);
    return parent instanceof ExpressionStatementTree
        || (parent instanceof LambdaExpressionTree
            && FunctionTypes.result(typed, typed.type(parent)).getKind() == TypeKind.VOID);
  }

  void replace(Tree tree, CodeBlock by) {
    replace(typed.start(tree), typed.end(tree), by);
  }

  void replace(int start, int end, CodeBlock by) {
    text.replace(start, end, by);
  }

  void insert(int at, CodeBlock what) {
    text.insert(at, what);
  }

  /** Puts a beginning, which opens a parenthesis, before a tree, and the end behind it. */
  void enclose(Tree tree, CodeBlock beginning) {
    insert(typed.start(tree), beginning);
    insert(typed.end(tree), CodeBlock.of(")"));
  }

  /** The text of a part, rewritten as it would be here. */
  CodeBlock part(Tree tree) {
    return part(tree, functions);
  }

  /** The text of a part that may refer to final variables alone, as lambdas do. */
  CodeBlock captured(Tree tree) {
    return part(tree, functions + 1);
  }

  private CodeBlock part(Tree tree, int around) {
    Rewriter inner = new Rewriter(renderer, List.of(), typed.start(tree), typed.end(tree));
    inner.functions = around;
    inner.classes = classes;
    inner.names.bindAsIn(names);
    inner.scan(tree, null);
    return inner.code();
  }

  private void label(CaseTree tree, @Nullable ExpressionTree guard) {
    if (!hidden().cases().label(this, tree, guard)) {
      scan(Cases.labels(tree), null);
    }
    functions++;
    scan(guard, null);
    functions--;
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
    if (tree == null) {
      return null;
    }
    if (typed.start(tree) < 0 && !(tree instanceof ClassTree)) {
      return super.scan(tree, null);
    }
    Code replacement = tree == root ? null : renderer.replacement(tree);
    if (replacement != null) {
      boolean tested = typed.parent(tree) instanceof InstanceOfTree;
      CodeBlock code = tested ? renderer.tested(replacement) : renderer.code(replacement);
      boolean bare =
          !renderer.isLoose(replacement)
              || Parentheses.standsAlone(typed, tree)
              || (renderer.isCast(replacement) && !Parentheses.isSelected(typed, tree));
      replace(tree, bare ? code : CodeBlock.of("($L)", code));
      return null;
    }
    Exit exit = renderer.graph().exits().get(tree);
    if (exit != null) {
      replace(tree, wayOut(tree, exit));
      return null;
    }
    return super.scan(tree, null);
  }

  /** The code of a jump; in braces where it is more than one statement and only one may stand. */
  private CodeBlock wayOut(Tree jump, Exit exit) {
    CodeBlock code = renderer.exit(exit);
    boolean single = exit.settings().isEmpty() && !(exit.end() instanceof Terminator.Goto);
    return single || typed.parent(jump) instanceof BlockTree
        ? code
        : CodeBlock.of("{\n$>$L\n$<}", code);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void p) {
    Element element = typed.element(tree);
    if (element == null) {
      return null;
    }
    Local local = renderer.graph().local(element);
    if (local != null) {
      names.replacing(tree, local, insideFunction()).ifPresent(name -> replace(tree, name));
    } else if (element instanceof TypeElement type) {
      if (!lifted.name(tree, type) && !HiddenTypes.isLocal(type)) {
        CodeBlock inner =
            hidden().isHidden(type.asType()) ? null : InnerClasses.name(renderer, tree);
        replace(tree, inner == null ? type(type) : inner);
      }
    } else if (isEnumLabel(tree, element)) {
      if (hidden().cases().isConstant(typed, tree)) {
        replace(tree, CodeBlock.of("$S", tree.getName()));
      }
    } else if (element.getKind().isField()) {
      renderer.surroundings().field(this, tree, element);
    } else {
      names.replacing(element).ifPresent(name -> replace(tree, name));
    }
    return null;
  }

  /** What a variable of the body is called here. */
  String nameOf(Element variable) {
    Local local = renderer.graph().local(variable);
    return local == null ? variable.getSimpleName().toString() : nameOf(local);
  }

  /** What a local is called here. */
  String nameOf(Local local) {
    return names.of(local, insideFunction());
  }

  /** Whether this is inside a lambda or class of the body. */
  boolean insideFunction() {
    return functions > 0;
  }

  private boolean isEnumLabel(IdentifierTree tree, Element element) {
    return element.getKind() == ElementKind.ENUM_CONSTANT
        && (typed.parent(tree) instanceof CaseTree
            || typed.parent(tree).getKind().name().equals("CONSTANT_CASE_LABEL"));
  }

  private CodeBlock type(TypeElement type) {
    return typed.hidden().isHidden(type)
        ? CodeBlock.of("$L", hidden().standIns().name(type))
        : CodeBlock.of("$T", renderer.denotable().className(type));
  }

  HiddenAccess hidden() {
    return renderer.surroundings().hidden();
  }

  /** In {@code Map.@Checked Entry}, the annotation stands inside the name. */
  @Override
  public @Nullable Void visitAnnotatedType(AnnotatedTypeTree tree, @Nullable Void p) {
    if (!(tree.getUnderlyingType() instanceof MemberSelectTree select)) {
      return super.visitAnnotatedType(tree, null);
    }
    if (hidden().isHidden(typed.type(select))) {
      replace(tree, CodeBlock.of("$T", renderer.type(typed.type(select))));
      return null;
    }
    if (!typed.isQualified(select)) {
      scan(select.getExpression(), null);
    }
    return scan(tree.getAnnotations(), null);
  }

  @Override
  public @Nullable Void visitParameterizedType(ParameterizedTypeTree tree, @Nullable Void p) {
    TypeMirror type = typed.type(tree.getType());
    if (!hidden().isHidden(type)) {
      return super.visitParameterizedType(tree, null);
    }
    replace(tree, CodeBlock.of("$T", renderer.type(type)));
    return null;
  }

  @Override
  public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Void p) {
    return hidden().test(this, tree) ? null : super.visitInstanceOf(tree, null);
  }

  @Override
  public @Nullable Void visitTypeCast(TypeCastTree tree, @Nullable Void p) {
    return hidden().cast(this, tree) ? null : super.visitTypeCast(tree, null);
  }

  @Override
  public @Nullable Void visitNewArray(NewArrayTree tree, @Nullable Void p) {
    return hidden().array(this, tree) ? null : super.visitNewArray(tree, null);
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void p) {
    hidden().cases().rewrite(this, tree);
    return super.visitSwitch(tree, null);
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void p) {
    hidden().cases().rewrite(this, tree);
    return super.visitSwitchExpression(tree, null);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void p) {
    Element element = typed.element(tree);
    if (element instanceof TypeElement type
        && !HiddenTypes.isLocal(type)
        && !tree.getIdentifier().contentEquals("class")) {
      boolean hidden = typed.hidden().isHidden(type);
      if (!hidden && !Typed.isName(tree)) {
        return scan(tree.getExpression(), null);
      }
      if (hidden || !typed.isQualified(tree)) {
        replace(tree, type(type));
      }
      return null;
    }
    if (hidden().literal(this, tree) || hidden().cases().constant(this, tree)) {
      return null;
    }
    if (renderer.surroundings().select(this, tree, element)) {
      return null;
    }
    return scan(tree.getExpression(), null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void p) {
    Word word = renderer.direct() == null ? Words.word(typed, tree).orElse(null) : null;
    if (word != null && word.suspends() && functions == 0 && classes == 0) {
      throw new Untransformable(tree, word.methodName() + " cannot be transformed here");
    }
    if (word == Word.ASYNC) {
      replace(tree, renderer.surroundings().asyncBlock(this, tree));
      return null;
    }
    if (renderer.surroundings().call(this, tree)) {
      return null;
    }
    hidden().intersections().castArguments(this, tree);
    hidden().ownClass(this, tree);
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void p) {
    if (renderer.surroundings().creation(this, tree)) {
      return null;
    }
    if (lifted.creation(tree)) {
      return null;
    }
    scan(tree.getEnclosingExpression(), null);
    if (tree.getEnclosingExpression() == null) {
      scan(tree.getIdentifier(), null);
    }
    scan(tree.getTypeArguments(), null);
    scan(tree.getArguments(), null);
    if (tree.getClassBody() != null) {
      classBody(tree.getClassBody());
    }
    return null;
  }

  /**
   * The class body of an anonymous class: its members only, since the rest of its tree repeats the
   * expression.
   */
  void classBody(ClassTree tree) {
    functions++;
    classes++;
    for (Tree member : tree.getMembers()) {
      if (typed.isWritten(member)) {
        scan(member, null);
      }
    }
    classes--;
    functions--;
  }

  @Override
  public @Nullable Void visitCase(CaseTree tree, @Nullable Void p) {
    label(tree, Cases.guard(tree));
    scan(tree.getStatements(), null);
    if (Cases.isArrow(tree)) {
      scan(tree.getBody(), null);
    }
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
    functions++;
    classes++;
    lifted.superclass(tree);
    scan(tree.getModifiers(), null);
    scan(tree.getTypeParameters(), null);
    scan(tree.getExtendsClause(), null);
    scan(tree.getImplementsClause(), null);
    for (Tree member : tree.getMembers()) {
      if (typed.isWritten(member)) {
        scan(member, null);
      }
    }
    classes--;
    functions--;
    return null;
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void p) {
    functions++;
    for (VariableTree parameter : tree.getParameters()) {
      boolean typedByUser = typed.nameStart(parameter) > typed.start(parameter);
      if (typedByUser) {
        scan(parameter, null);
      }
    }
    scan(tree.getBody(), null);
    functions--;
    return null;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void p) {
    scan(tree.getModifiers(), null);
    if (typed.isWritten(tree.getType())) {
      scan(tree.getType(), null);
    }
    Local local = renderer.graph().local(typed.element(tree));
    if (local != null && !local.unnamed()) {
      String name = names.declared(local);
      int at = typed.nameStart(tree);
      if (!tree.getName().contentEquals(name)) {
        text.replace(at, at + tree.getName().length(), CodeBlock.of("$L", name));
      }
    }
    scan(tree.getInitializer(), null);
    return null;
  }

  @Override
  public @Nullable Void visitAssert(AssertTree tree, @Nullable Void p) {
    KeptAssertions.rewrite(this, tree);
    return null;
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void p) {
    DirectBody direct = renderer.direct();
    if (direct != null && direct.attempt(this, tree)) {
      return null;
    }
    KeptResources.rewrite(this, tree);
    scan(tree.getBlock(), null);
    hidden().catches().rewrite(this, tree);
    return scan(tree.getFinallyBlock(), null);
  }

  @Override
  public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void p) {
    return hidden().catches().rethrow(this, tree) ? null : super.visitThrow(tree, null);
  }

  @Override
  public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void p) {
    return HiddenAnnotations.leaveOut(this, tree) ? null : super.visitAnnotation(tree, null);
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void p) {
    DirectBody direct = renderer.direct();
    return direct != null && direct.loop(this, tree)
        ? null
        : super.visitEnhancedForLoop(tree, null);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void p) {
    if (hidden().arrays(this, tree)
        || renderer.surroundings().reference(this, tree)
        || lifted.reference(tree)) {
      return null;
    }
    return super.visitMemberReference(tree, null);
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void p) {
    if (renderer.surroundings().assignment(this, tree)) {
      return null;
    }
    Element target = typed.element(Words.strip(tree.getVariable()));
    if (target != null && names.isMatch(target)) {
      replace(tree, CodeBlock.of("$L.set($L)", nameOf(target), part(tree.getExpression())));
      return null;
    }
    scan(tree.getVariable(), null);
    Local local = renderer.graph().local(target);
    if (local != null && local.hoisted() && hidden().intersections().isStored(local.type())) {
      enclose(tree.getExpression(), Intersections.cast(renderer.type(local.type())));
    }
    if (local != null && local.type() instanceof IntersectionType type && !isForEffect(tree)) {
      enclose(tree, CodeBlock.of("(($L) (", renderer.cast(type)));
      insert(typed.end(tree), CodeBlock.of(")"));
    }
    String copy = renderer.lateCopy(local);
    if (copy != null) {
      text.insert(typed.start(tree.getExpression()), CodeBlock.of("$L = ", copy));
    }
    return scan(tree.getExpression(), null);
  }

  @Override
  public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void p) {
    if (renderer.surroundings().assignment(this, tree)) {
      return null;
    }
    return super.visitCompoundAssignment(tree, null);
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void p) {
    if (renderer.surroundings().step(this, tree)) {
      return null;
    }
    return super.visitUnary(tree, null);
  }
}
