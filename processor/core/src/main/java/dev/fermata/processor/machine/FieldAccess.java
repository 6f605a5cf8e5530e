package dev.fermata.processor.machine;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.lowering.Operators;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Unboxing;
import dev.fermata.processor.lowering.Words;
import dev.fermata.processor.model.AsyncOwner;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Fields.
 *
 * <pre>{@code
 * count            =>   count$get(this)
 * count = 5        =>   count$set(this, 5)
 * other.count++    =>   count$postIncrement(other)
 * count += 5       =>   new count$Update(this).apply(5)
 * }</pre>
 */
final class FieldAccess {
  private final AsyncOwner owner;
  private final Accessibility accessibility;
  private final Receivers receivers;
  private final FieldAccessors accessors;
  private final FieldUpdates updates;

  FieldAccess(AsyncOwner owner, Accessibility accessibility, Receivers receivers, Handles handles) {
    this.owner = owner;
    this.accessibility = accessibility;
    this.receivers = receivers;
    this.accessors = handles.fields();
    this.updates = handles.updates();
  }

  /** Replaces the reading of a field; false where the field can be named. */
  boolean read(
      Rewriter place, ExpressionTree tree, @Nullable ExpressionTree receiver, Element field) {
    Typed typed = place.renderer().typed();
    boolean constant = field.getKind() == ElementKind.ENUM_CONSTANT;
    if (!(field instanceof VariableElement variable)
        || (constant && !typed.hidden().mentions(field))) {
      return false;
    }
    Reach reach = accessibility.of(typed, tree, field, receiver);
    if (reach == null) {
      return false;
    }
    CodeBlock before = receivers.before(place, reach, receiver);
    boolean evaluates = !reach.isStatic() && receiver != null && !Receivers.isWord(receiver);
    if (variable.getConstantValue() != null && before.isEmpty() && !evaluates) {
      place.replace(tree, constant(typed, variable));
      return true;
    }
    CodeBlock self = receivers.first(place, reach, receiver);
    CodeBlock qualifier = qualifier(place.renderer(), reach, receiver, before);
    CodeBlock value = CodeBlock.of("$L$L($L)", qualifier, accessors.getter(reach), self);
    place.replace(tree, qualifier.equals(before) ? typed(place, tree, reach, value) : value);
    return true;
  }

  /** What stands before the name of an accessor: type arguments, where they have to be said. */
  private CodeBlock qualifier(
      Renderer renderer, Reach field, @Nullable ExpressionTree receiver, CodeBlock before) {
    List<TypeName> ofClass = receivers.typeArguments(renderer, field, receiver);
    if (!accessors.asksForArguments(field) || ofClass == null) {
      return before;
    }
    List<TypeName> all =
        Stream.concat(accessors.scope(field).hiddenArguments().stream(), ofClass.stream()).toList();
    return TypeArguments.qualifier(owner.generatedName(), before, all);
  }

  /** The value of a field for which type arguments are inferred, as what it is for the user. */
  private CodeBlock typed(Rewriter place, ExpressionTree tree, Reach field, CodeBlock value) {
    Renderer renderer = place.renderer();
    return accessors.asksForArguments(field) && !field.member().asType().getKind().isPrimitive()
        ? CodeBlock.of(
            "(($T) ($T) $L)", renderer.type(renderer.typed().type(tree)), Object.class, value)
        : value;
  }

  /** A constant stays one: it may be a label, and may need no cast. */
  private static CodeBlock constant(Typed typed, VariableElement variable) {
    String literal = typed.elements().getConstantExpression(variable.getConstantValue());
    TypeName type = TypeName.get(variable.asType());
    if (type.equals(TypeName.BYTE) || type.equals(TypeName.SHORT)) {
      return CodeBlock.of("(($T) $L)", type, literal);
    }
    boolean computed = literal.startsWith("-") || isQuotient(literal);
    return CodeBlock.of(computed ? "($L)" : "$L", literal);
  }

  /** What is not a number is written as a division of zero. */
  private static boolean isQuotient(String literal) {
    return Character.isDigit(literal.charAt(0)) && literal.contains("/");
  }

  /** The setting of a target that has been evaluated; null where it can be named. */
  @Nullable CodeBlock store(Renderer renderer, ExpressionTree target, CodeBlock value) {
    Typed typed = renderer.typed();
    Element field = typed.element(target);
    ExpressionTree receiver = Receivers.of(target);
    Reach reach =
        field instanceof VariableElement ? accessibility.of(typed, target, field, receiver) : null;
    if (reach == null) {
      return null;
    }
    CodeBlock self =
        receiver == null || Receivers.isSuper(receiver)
            ? CodeBlock.of("this")
            : renderer.code(Code.source(receiver));
    return CodeBlock.of(
        "$L$L($L$L)",
        qualifier(renderer, reach, receiver, CodeBlock.of("")),
        accessors.setter(reach),
        reach.isStatic() ? CodeBlock.of("") : CodeBlock.of("$L, ", self),
        value);
  }

  /**
   * Replaces an assignment, compound assignment, increment or decrement; false where the target can
   * be named.
   */
  boolean assignment(Rewriter place, ExpressionTree tree) {
    Typed typed = place.renderer().typed();
    ExpressionTree target = target(tree);
    if (target == null || !(typed.element(target) instanceof VariableElement field)) {
      return false;
    }
    ExpressionTree receiver = Receivers.of(target);
    Reach reach =
        field.getKind().isField() ? accessibility.of(typed, target, field, receiver) : null;
    if (reach == null) {
      return false;
    }
    CodeBlock before = receivers.before(place, reach, receiver);
    CodeBlock self = receivers.first(place, reach, receiver);
    place.replace(tree, written(place, tree, reach, before, self));
    return true;
  }

  private CodeBlock written(
      Rewriter place, ExpressionTree tree, Reach field, CodeBlock before, CodeBlock self) {
    if (tree instanceof AssignmentTree assignment) {
      CodeBlock value = converted(place, field, assignment.getExpression());
      String separator = self.isEmpty() ? "" : ", ";
      return CodeBlock.of(
          "$L$L($L$L$L)",
          qualifier(place.renderer(), field, Receivers.of(assignment.getVariable()), before),
          accessors.setter(field),
          self,
          separator,
          value);
    }
    Typed typed = place.renderer().typed();
    TypeMirror used = typed.type(requireNonNull(target(tree)));
    if (tree instanceof CompoundAssignmentTree compound) {
      TypeMirror operand = typed.type(compound.getExpression());
      return CodeBlock.of(
          "$L($L).$L($L)",
          updates.update(field, used, before),
          self,
          updates.updater(field, used, Operators.binary(tree.getKind()), operand),
          place.part(compound.getExpression()));
    }
    boolean up =
        tree.getKind() == Tree.Kind.PREFIX_INCREMENT
            || tree.getKind() == Tree.Kind.POSTFIX_INCREMENT;
    boolean wantsOld =
        tree.getKind() == Tree.Kind.POSTFIX_INCREMENT
            || tree.getKind() == Tree.Kind.POSTFIX_DECREMENT;
    return CodeBlock.of("$L$L($L)", before, updates.stepper(field, used, up, wantsOld), self);
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
    return target == null ? null : Words.strip(target);
  }

  /** A value is converted to the type of what it is assigned to, which an argument would not be. */
  private static CodeBlock converted(Rewriter place, Reach field, ExpressionTree tree) {
    Typed typed = place.renderer().typed();
    CodeBlock value = place.part(tree);
    TypeMirror wanted = Unboxing.of(typed.types(), field.member().asType());
    boolean converts =
        wanted.getKind().isPrimitive()
            && typed.type(tree).getKind().isPrimitive()
            && !typed.types().isSameType(wanted, typed.type(tree));
    return converts ? CodeBlock.of("($T) ($L)", TypeName.get(wanted), value) : value;
  }
}
