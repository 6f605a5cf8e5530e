package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.lowering.Operators;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Untransformable;
import dev.fermata.processor.model.AsyncOwner;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the mention of members that the subclass cannot name by calls of {@link Handles
 * accessors}.
 *
 * <pre>{@code
 * count++          =>   count$set(this, count$get(this) + 1)
 * helper(x)        =>   helper$call(this, x)
 * super.close()    =>   close$super(this)                       // where the user's class overrides close
 * }</pre>
 */
final class PrivateAccess implements Accessors {
  private final AsyncOwner owner;
  private final Handles handles;

  PrivateAccess(AsyncOwner owner, Handles handles) {
    this.owner = owner;
    this.handles = handles;
  }

  @Override
  public boolean read(
      Rewriter place, ExpressionTree tree, @Nullable ExpressionTree receiver, Element field) {
    if (!isHidden(place.renderer().typed(), field, receiver)
        || !(field instanceof VariableElement variable)
        || field.getKind() == ElementKind.ENUM_CONSTANT) {
      return false;
    }
    if (variable.getConstantValue() != null) {
      place.replace(tree, constant(place.renderer(), variable));
      return true;
    }
    place.replace(
        tree,
        CodeBlock.of("$L($L)", handles.getter(variable), self(place, receiver, variable, "")));
    return true;
  }

  private static CodeBlock constant(Renderer renderer, VariableElement variable) {
    String literal = renderer.typed().elements().getConstantExpression(variable.getConstantValue());
    TypeName type = TypeName.get(variable.asType());
    boolean narrow = type.equals(TypeName.BYTE) || type.equals(TypeName.SHORT);
    return narrow ? CodeBlock.of("(($T) $L)", type, literal) : CodeBlock.of("$L", literal);
  }

  @Override
  public @Nullable CodeBlock store(Renderer renderer, ExpressionTree target, CodeBlock value) {
    Typed typed = renderer.typed();
    Element field = typed.element(target);
    ExpressionTree receiver = target instanceof MemberSelectTree s ? s.getExpression() : null;
    if (!(field instanceof VariableElement variable) || !isHidden(typed, field, receiver)) {
      return null;
    }
    CodeBlock self =
        variable.getModifiers().contains(Modifier.STATIC)
            ? CodeBlock.of("")
            : CodeBlock.of(
                "$L, ",
                receiver == null ? CodeBlock.of("this") : renderer.code(Code.source(receiver)));
    return CodeBlock.of("$L($L$L)", handles.setter(variable), self, value);
  }

  @Override
  public boolean assignment(Rewriter place, ExpressionTree tree) {
    Typed typed = place.renderer().typed();
    ExpressionTree target = target(tree);
    if (target == null || !(typed.element(target) instanceof VariableElement field)) {
      return false;
    }
    ExpressionTree receiver = target instanceof MemberSelectTree s ? s.getExpression() : null;
    if (!field.getKind().isField() || !isHidden(typed, field, receiver)) {
      return false;
    }
    if (tree instanceof AssignmentTree assignment) {
      CodeBlock value = place.part(assignment.getExpression());
      place.replace(
          tree,
          CodeBlock.of(
              "$L($L$L)",
              handles.setter(field),
              self(place, receiver, field, ", "),
              converted(place, field, assignment.getExpression(), value)));
      return true;
    }
    CodeBlock self = self(place, receiver, field, "");
    if (tree instanceof CompoundAssignmentTree compound) {
      TypeMirror operand = typed.type(compound.getExpression());
      place.replace(
          tree,
          CodeBlock.of(
              "new $L($L).$L($L)",
              handles.update(field),
              self,
              handles.updater(field, Operators.binary(tree.getKind()), operand),
              place.part(compound.getExpression())));
      return true;
    }
    boolean up =
        tree.getKind() == Tree.Kind.PREFIX_INCREMENT
            || tree.getKind() == Tree.Kind.POSTFIX_INCREMENT;
    boolean wantsOld =
        tree.getKind() == Tree.Kind.POSTFIX_INCREMENT
            || tree.getKind() == Tree.Kind.POSTFIX_DECREMENT;
    place.replace(tree, CodeBlock.of("$L($L)", handles.stepper(field, up, wantsOld), self));
    return true;
  }

  private static @Nullable ExpressionTree target(ExpressionTree tree) {
    ExpressionTree target = null;
    if (tree instanceof AssignmentTree assignment) {
      target = assignment.getVariable();
    } else if (tree instanceof CompoundAssignmentTree assignment) {
      target = assignment.getVariable();
    } else if (tree instanceof UnaryTree unary) {
      target =
          switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                unary.getExpression();
            default -> null;
          };
    }
    while (target instanceof ParenthesizedTree parenthesized) {
      target = parenthesized.getExpression();
    }
    return target;
  }

  /** A value is converted to the type of what it is assigned to, which an argument would not be. */
  private static CodeBlock converted(
      Rewriter place, VariableElement field, ExpressionTree tree, CodeBlock value) {
    Typed typed = place.renderer().typed();
    TypeMirror wanted = unboxed(typed, field.asType());
    boolean converts =
        wanted.getKind().isPrimitive()
            && typed.type(tree).getKind().isPrimitive()
            && !typed.types().isSameType(wanted, typed.type(tree));
    return converts ? CodeBlock.of("($T) ($L)", TypeName.get(wanted), value) : value;
  }

  private static TypeMirror unboxed(Typed typed, TypeMirror type) {
    try {
      return typed.types().unboxedType(type);
    } catch (IllegalArgumentException notBoxed) {
      return type;
    }
  }

  @Override
  public boolean call(Rewriter place, MethodInvocationTree tree, Element method) {
    Typed typed = place.renderer().typed();
    ExpressionTree select = tree.getMethodSelect();
    ExpressionTree receiver = select instanceof MemberSelectTree s ? s.getExpression() : null;
    ExecutableElement called = (ExecutableElement) method;
    if (receiver != null && isSuper(receiver) && !place.insideClass()) {
      return superCall(place, tree, called, receiver);
    }
    if (!isHidden(typed, method, receiver)) {
      return false;
    }
    replaceCall(place, tree, handles.caller(called), self(place, receiver, method, ""));
    return true;
  }

  private boolean superCall(
      Rewriter place,
      MethodInvocationTree tree,
      ExecutableElement called,
      ExpressionTree receiver) {
    boolean ofInterface = receiver instanceof MemberSelectTree;
    if (!ofInterface && !isOverridden(place.renderer().typed(), called)) {
      return false;
    }
    replaceCall(place, tree, handles.superCaller(called), CodeBlock.of("this"));
    return true;
  }

  private boolean isOverridden(Typed typed, ExecutableElement called) {
    for (Element member : owner.type().getEnclosedElements()) {
      if (member instanceof ExecutableElement own
          && own.getSimpleName().equals(called.getSimpleName())
          && typed
              .types()
              .isSubsignature(
                  (ExecutableType) own.asType(),
                  (ExecutableType)
                      typed.types().asMemberOf((DeclaredType) owner.type().asType(), called))) {
        return true;
      }
    }
    return false;
  }

  private static void replaceCall(
      Rewriter place, MethodInvocationTree tree, String name, CodeBlock self) {
    CodeBlock.Builder code = CodeBlock.builder().add("$L($L", name, self);
    String separator = self.isEmpty() ? "" : ", ";
    for (ExpressionTree argument : tree.getArguments()) {
      code.add("$L$L", separator, place.part(argument));
      separator = ", ";
    }
    place.replace(tree, code.add(")").build());
  }

  @Override
  public boolean creation(Rewriter place, NewClassTree tree) {
    Typed typed = place.renderer().typed();
    if (!(typed.element(tree) instanceof ExecutableElement constructor)
        || tree.getClassBody() != null
        || !isHidden(typed, constructor, null)) {
      return false;
    }
    CodeBlock.Builder code = CodeBlock.builder().add("$L(", handles.creator(constructor));
    String separator = "";
    for (ExpressionTree argument : tree.getArguments()) {
      code.add("$L$L", separator, place.part(argument));
      separator = ", ";
    }
    place.replace(tree, code.add(")").build());
    return true;
  }

  @Override
  public boolean reference(Rewriter place, MemberReferenceTree tree) {
    Typed typed = place.renderer().typed();
    Element element = typed.element(tree);
    ExpressionTree qualifier = tree.getQualifierExpression();
    if (!(element instanceof ExecutableElement called) || !isHidden(typed, called, qualifier)) {
      return false;
    }
    boolean named = typed.element(qualifier) instanceof TypeElement;
    if (!named && !(qualifier instanceof IdentifierTree)) {
      throw new Untransformable(
          tree,
          called.getSimpleName() + " is private; write a lambda instead of this method reference");
    }
    int arity = FunctionTypes.arity(typed, typed.type(tree));
    CodeBlock.Builder parameters = CodeBlock.builder();
    for (int i = 0; i < arity; i++) {
      parameters.add(i == 0 ? "a$L" : ", a$L", i + "$");
    }
    boolean creates = called.getKind() == ElementKind.CONSTRUCTOR;
    String name = creates ? handles.creator(called) : handles.caller(called);
    CodeBlock bound =
        named ? CodeBlock.of("") : CodeBlock.of(arity == 0 ? "$L" : "$L, ", place.part(qualifier));
    place.replace(
        tree,
        CodeBlock.of("($L) -> $L($L$L)", parameters.build(), name, bound, parameters.build()));
    return true;
  }

  /** The first argument of an accessor; empty for a static member. */
  private CodeBlock self(
      Rewriter place, @Nullable ExpressionTree receiver, Element member, String after) {
    if (member.getModifiers().contains(Modifier.STATIC)) {
      return CodeBlock.of("");
    }
    if (receiver != null) {
      return CodeBlock.of("$L$L", place.part(receiver), after);
    }
    return place.insideClass()
        ? CodeBlock.of("$T.this$L", owner.generatedName(), after)
        : CodeBlock.of("this$L", after);
  }

  private static boolean isSuper(@Nullable ExpressionTree receiver) {
    return isWord(receiver, "super");
  }

  /** Whether a member cannot be named in the subclass although the user's class can name it. */
  private boolean isHidden(Typed typed, Element member, @Nullable ExpressionTree receiver) {
    if (!(member.getEnclosingElement() instanceof TypeElement declaring)
        || Denotable.isLocal(declaring)) {
      return false;
    }
    if (member.getModifiers().contains(Modifier.PRIVATE)) {
      return true;
    }
    return member.getModifiers().contains(Modifier.PROTECTED)
        && !member.getModifiers().contains(Modifier.STATIC)
        && member.getKind() != ElementKind.CONSTRUCTOR
        && receiver != null
        && !isSelf(receiver)
        && !typed
            .elements()
            .getPackageOf(declaring)
            .equals(typed.elements().getPackageOf(owner.type()))
        && !isArrayClone(typed, receiver);
  }

  private static boolean isArrayClone(Typed typed, ExpressionTree receiver) {
    return typed.type(receiver).getKind() == TypeKind.ARRAY;
  }

  private static boolean isSelf(ExpressionTree receiver) {
    return isSuper(receiver) || isWord(receiver, "this");
  }

  /** Whether {@code tree} is a word, or a type and the word. */
  private static boolean isWord(@Nullable ExpressionTree tree, String word) {
    if (tree instanceof MemberSelectTree select) {
      return select.getIdentifier().contentEquals(word);
    }
    return tree instanceof IdentifierTree name && name.getName().contentEquals(word);
  }
}
