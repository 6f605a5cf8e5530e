package dev.fermata.processor.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.model.AsyncOwner;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Creations of instances by private constructors.
 *
 * <pre>{@code
 * new Node(x)             =>   Node$new(x)
 * new Node<A>(x)          =>   AsyncMain.<A>Node$new(x)
 * new Inner(x)            =>   Inner$new(this, x)
 * other.new Inner(x)      =>   Inner$new(Objects.requireNonNull(other), x)
 * }</pre>
 */
final class CreationAccess {
  private final AsyncOwner owner;
  private final Accessibility accessibility;
  private final Receivers receivers;
  private final CallAccessors accessors;

  CreationAccess(
      AsyncOwner owner, Accessibility accessibility, Receivers receivers, CallAccessors accessors) {
    this.owner = owner;
    this.accessibility = accessibility;
    this.receivers = receivers;
    this.accessors = accessors;
  }

  /** Replaces the creation of an instance; false where the constructor can be named. */
  boolean creation(Rewriter place, NewClassTree tree) {
    Typed typed = place.renderer().typed();
    if (!(typed.element(tree) instanceof ExecutableElement constructor)
        || tree.getClassBody() != null) {
      return false;
    }
    Reach reach = accessibility.of(typed, tree, constructor, null);
    if (reach == null) {
      return false;
    }
    CodeBlock arguments =
        CallAccess.arguments(place, around(place, tree, reach.caller()), tree.getArguments());
    CodeBlock typeArguments = typeArguments(place.renderer(), tree, reach);
    CodeBlock call = CodeBlock.of("$L$L($L)", typeArguments, accessors.caller(reach), arguments);
    place.replace(
        tree, typeArguments.isEmpty() ? accessors.signature(reach).typed(place, tree, call) : call);
    return true;
  }

  private CodeBlock around(Rewriter place, NewClassTree tree, TypeElement created) {
    return tree.getEnclosingExpression() == null
        ? receivers.around(place, tree, created)
        : CodeBlock.of(
            "$L.requireNonNull($L)",
            place.renderer().surroundings().scope().receiver(ClassName.get(Objects.class)),
            place.part(tree.getEnclosingExpression()));
  }

  /** A class and a constructor with variables of its own each have to say theirs, or neither. */
  private CodeBlock typeArguments(Renderer renderer, NewClassTree tree, Reach reach) {
    boolean hidden = renderer.typed().hidden().isHidden(reach.caller());
    boolean ofClass =
        tree.getIdentifier() instanceof ParameterizedTypeTree generic
            && !generic.getTypeArguments().isEmpty();
    List<TypeName> written = CallAccess.written(renderer, tree.getTypeArguments());
    if (!hidden && !ofClass && written.isEmpty()) {
      return CodeBlock.of("");
    }
    List<TypeName> known = TypeArguments.of(renderer, renderer.typed().type(tree), reach.caller());
    return TypeArguments.qualifier(
        owner.generatedName(), accessors.signature(reach).allArguments(known, written));
  }
}
