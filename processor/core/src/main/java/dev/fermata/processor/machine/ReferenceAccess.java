package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.ParameterizedTypeTree;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.model.AsyncOwner;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
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
    CallAccess.checkTypes(tree, called);
    CodeBlock receiver = receiver(place, tree, reach);
    List<TypeName> written = CallAccess.written(place.renderer(), tree.getTypeArguments());
    place.replace(
        tree,
        receiver.isEmpty()
            ? free(reach, typeArguments(place.renderer(), qualifier, reach, written))
            : CodeBlock.of(
                "$L($L)::$Lcall", accessors.bound(reach), receiver, TypeArguments.list(written)));
    return true;
  }

  private CodeBlock free(Reach reach, CodeBlock typeArguments) {
    return owner.type().getTypeParameters().isEmpty()
        ? CodeBlock.of("$T::$L$L", owner.generatedName(), typeArguments, accessors.caller(reach))
        : CodeBlock.of("$L::$Lcall", accessors.free(reach), typeArguments);
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

  private static CodeBlock typeArguments(
      Renderer renderer, ExpressionTree qualifier, Reach reach, List<TypeName> written) {
    ExecutableElement called = (ExecutableElement) reach.member();
    boolean generic = qualifier instanceof ParameterizedTypeTree;
    boolean complete = written.size() == called.getTypeParameters().size();
    if (!complete || (!generic && written.isEmpty())) {
      return CodeBlock.of("");
    }
    List<TypeName> all = TypeArguments.joined(ofClass(renderer, qualifier, reach), written);
    return all == null ? CodeBlock.of("") : TypeArguments.list(all);
  }

  private static @Nullable List<TypeName> ofClass(
      Renderer renderer, ExpressionTree qualifier, Reach reach) {
    return reach.isStatic()
        ? List.of()
        : TypeArguments.of(renderer, renderer.typed().type(qualifier), reach.caller());
  }
}
