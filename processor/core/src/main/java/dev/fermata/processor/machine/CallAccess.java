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
    Signature signature = accessors.signature(reach);
    List<TypeName> ofClass = receivers.typeArguments(place.renderer(), reach, receiver);
    List<TypeName> written = written(place.renderer(), tree.getTypeArguments());
    List<TypeName> function = signature.functionArguments(ofClass, written);
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
    CodeBlock name =
        TypeArguments.qualifier(
            owner.generatedName(), before, signature.arguments(ofClass, written));
    CodeBlock call = CodeBlock.of("$L$L($L)", name, accessors.caller(reach), arguments);
    place.replace(tree, name.equals(before) ? signature.typed(place, tree, call) : call);
    return true;
  }

  /** Of an async method with hidden types in its signature, the generated class has the erasure. */
  private void restoreType(Rewriter place, MethodInvocationTree tree, Element method) {
    Typed typed = place.renderer().typed();
    if (typed.hidden().mentions(method)
        && accessibility.isStaticAsync(method)
        && !place.isForEffect(tree)) {
      place.enclose(tree, CodeBlock.of("(($T) ", place.renderer().type(typed.type(tree))));
    }
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
