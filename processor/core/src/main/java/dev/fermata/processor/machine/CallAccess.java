package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.model.AsyncOwner;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Calls of methods.
 *
 * <pre>{@code
 * helper(x)         =>   helper$call(this, x)
 * super.close()     =>   close$super(this)
 * this.<A>make(x)   =>   AsyncMain.<A>make$call(this, x)
 * }</pre>
 */
final class CallAccess {
  private final AsyncOwner owner;
  private final Accessibility accessibility;
  private final Receivers receivers;
  private final CallAccessors accessors;

  CallAccess(
      AsyncOwner owner, Accessibility accessibility, Receivers receivers, CallAccessors accessors) {
    this.owner = owner;
    this.accessibility = accessibility;
    this.receivers = receivers;
    this.accessors = accessors;
  }

  /** Replaces a call; false where the method can be named. */
  boolean call(Rewriter place, MethodInvocationTree tree, Element method) {
    Typed typed = place.renderer().typed();
    ExpressionTree receiver = Receivers.of(tree.getMethodSelect());
    if (!(method instanceof ExecutableElement) || method.getKind() == ElementKind.CONSTRUCTOR) {
      return false;
    }
    Reach reach = accessibility.of(typed, tree, method, receiver);
    if (reach == null) {
      restoreType(place, tree, method);
      return false;
    }
    CodeBlock before = receivers.before(place, reach, receiver);
    CodeBlock arguments =
        arguments(place, receivers.first(place, reach, receiver), tree.getArguments());
    List<TypeName> function =
        accessors
            .signature(reach)
            .functionArguments(
                ofClass(place.renderer(), reach, receiver),
                written(place.renderer(), tree.getTypeArguments()));
    if (function != null && before.isEmpty()) {
      place.replace(
          tree,
          CodeBlock.of(
              "new $L$L().call($L)",
              accessors.function(reach),
              TypeArguments.list(function),
              arguments));
      return true;
    }
    CodeBlock name = name(place, tree, reach, receiver, before);
    CodeBlock call = CodeBlock.of("$L$L($L)", name, accessors.caller(reach), arguments);
    boolean inferred = name.equals(before);
    place.replace(tree, inferred ? accessors.signature(reach).typed(place, tree, call) : call);
    return true;
  }

  /** Of an async method with hidden types in its signature, the generated class has the erasure. */
  private void restoreType(Rewriter place, MethodInvocationTree tree, Element method) {
    Typed typed = place.renderer().typed();
    if (typed.hidden().mentions(method)
        && accessibility.isStaticAsync(method)
        && !place.isForEffect(tree)) {
      place.insert(
          typed.start(tree), CodeBlock.of("(($T) ", place.renderer().type(typed.type(tree))));
      place.insert(typed.end(tree), CodeBlock.of(")"));
    }
  }

  /** What stands before the name: type arguments, where they have to be said. */
  private CodeBlock name(
      Rewriter place,
      MethodInvocationTree tree,
      Reach reach,
      @Nullable ExpressionTree receiver,
      CodeBlock before) {
    Renderer renderer = place.renderer();
    List<TypeName> all =
        accessors
            .signature(reach)
            .arguments(
                ofClass(renderer, reach, receiver), written(renderer, tree.getTypeArguments()));
    if (all == null) {
      return before;
    }
    return before.isEmpty()
        ? TypeArguments.qualifier(owner.generatedName(), all)
        : CodeBlock.of("$L$L", before, TypeArguments.list(all));
  }

  private @Nullable List<TypeName> ofClass(
      Renderer renderer, Reach reach, @Nullable ExpressionTree receiver) {
    if (reach.isStatic()) {
      return List.of();
    }
    TypeMirror type =
        receiver == null || Receivers.isSuper(receiver)
            ? owner.type().asType()
            : renderer.typed().type(receiver);
    return TypeArguments.of(renderer, type, reach.caller());
  }

  static List<TypeName> written(Renderer renderer, @Nullable List<? extends Tree> arguments) {
    return arguments == null
        ? List.of()
        : arguments.stream().map(tree -> renderer.type(renderer.typed().type(tree))).toList();
  }

  static CodeBlock arguments(
      Rewriter place, CodeBlock first, List<? extends ExpressionTree> arguments) {
    CodeBlock.Builder code = CodeBlock.builder().add(first);
    String separator = first.isEmpty() ? "" : ", ";
    for (ExpressionTree argument : arguments) {
      code.add("$L$L", separator, place.part(argument));
      separator = ", ";
    }
    return code.build();
  }
}
