package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.ParameterizedTypeTree;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Untransformable;
import dev.fermata.processor.model.AsyncOwner;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * References to methods and constructors. They stay references, since a lambda says less of its
 * types, and evaluates what stands before it each time.
 *
 * <pre>{@code
 * Item::key        =>   AsyncMain::key$call
 * first()::key     =>   new key$call$Bound(first())::call
 * super::close     =>   new close$super$Bound(this)::call
 * Item::new        =>   AsyncMain::Item$new
 * }</pre>
 */
final class ReferenceAccess {
  private final AsyncOwner owner;
  private final Accessibility accessibility;
  private final Receivers receivers;
  private final CallAccessors accessors;

  ReferenceAccess(
      AsyncOwner owner, Accessibility accessibility, Receivers receivers, CallAccessors accessors) {
    this.owner = owner;
    this.accessibility = accessibility;
    this.receivers = receivers;
    this.accessors = accessors;
  }

  /** Replaces a reference; false where what it refers to can be named. */
  boolean reference(Rewriter place, MemberReferenceTree tree) {
    Typed typed = place.renderer().typed();
    ExpressionTree qualifier = tree.getQualifierExpression();
    if (!(typed.element(tree) instanceof ExecutableElement called)) {
      return false;
    }
    Reach reach = accessibility.of(typed, tree, called, qualifier);
    if (reach == null) {
      return false;
    }
    CodeBlock receiver = receiver(place, tree, reach);
    List<TypeName> written = CallAccess.written(place.renderer(), tree.getTypeArguments());
    place.replace(
        tree,
        receiver.isEmpty()
            ? free(place.renderer(), tree, reach, written)
            : CodeBlock.of(
                "$L($L)::$Lcall", accessors.bound(reach), receiver, TypeArguments.list(written)));
    return true;
  }

  /**
   * Of a method with type variables of its own, javac learns less than of one in a class that has
   * them (JLS 15.13.1): the latter is taken where all are known.
   */
  private CodeBlock free(
      Renderer renderer, MemberReferenceTree tree, Reach reach, List<TypeName> written) {
    Signature signature = accessors.signature(reach);
    List<TypeName> ofClass =
        signature.scope().ofClass().isEmpty() ? null : ofClass(renderer, tree, reach);
    if (ofClass != null) {
      return CodeBlock.of(
          "new $L$L()::$Lcall",
          accessors.function(reach),
          TypeArguments.list(ofClass),
          TypeArguments.list(written));
    }
    if (renderer.typed().hidden().isHidden(reach.caller())) {
      throw new Untransformable(
          tree,
          reach.caller().getSimpleName()
              + " is private, and its type arguments are not known here;"
              + " write a lambda instead of this method reference");
    }
    return owner.type().getTypeParameters().isEmpty()
        ? CodeBlock.of(
            "$T::$L$L",
            owner.generatedName(),
            signature.scope().ofClass().isEmpty() ? TypeArguments.list(written) : "",
            accessors.caller(reach))
        : CodeBlock.of("$L::$Lcall", accessors.free(reach), TypeArguments.list(written));
  }

  /** What the reference is bound to; empty where it is to nothing. */
  private CodeBlock receiver(Rewriter place, MemberReferenceTree tree, Reach reach) {
    if (reach.member().getKind() == ElementKind.CONSTRUCTOR) {
      return receivers.around(place, tree, reach.caller());
    }
    ExpressionTree qualifier = tree.getQualifierExpression();
    boolean type = isType(place.renderer().typed(), qualifier);
    return type ? CodeBlock.of("") : receivers.first(place, reach, qualifier);
  }

  private static boolean isType(Typed typed, ExpressionTree qualifier) {
    return !Receivers.isWord(qualifier)
        && (qualifier instanceof ParameterizedTypeTree
            || typed.element(qualifier) instanceof TypeElement);
  }

  /**
   * The type arguments of the class that has the member, those that stand for hidden classes first;
   * null where they cannot be written.
   */
  private @Nullable List<TypeName> ofClass(
      Renderer renderer, MemberReferenceTree tree, Reach reach) {
    TypeMirror instance = instance(renderer.typed(), tree, reach);
    List<TypeName> known =
        reach.isStatic() ? List.of() : TypeArguments.of(renderer, instance, reach.caller());
    List<TypeName> hidden = accessors.signature(reach).scope().hiddenArguments();
    return known == null ? null : Stream.concat(hidden.stream(), known.stream()).toList();
  }

  /** What a reference is a reference to a member of: a class that is named raw is inferred. */
  private static TypeMirror instance(Typed typed, MemberReferenceTree tree, Reach reach) {
    ExpressionTree qualifier = tree.getQualifierExpression();
    boolean raw =
        typed.element(qualifier) instanceof TypeElement named
            && !(qualifier instanceof ParameterizedTypeTree)
            && !named.getTypeParameters().isEmpty();
    if (!raw || !typed.hidden().isHidden(reach.caller())) {
      return typed.type(qualifier);
    }
    return reach.member().getKind() == ElementKind.CONSTRUCTOR
        ? FunctionTypes.result(typed, typed.type(tree))
        : FunctionTypes.first(typed, typed.type(tree));
  }
}
