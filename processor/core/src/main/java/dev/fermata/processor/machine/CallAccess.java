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
import javax.lang.model.element.VariableElement;
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
    if (!(method instanceof ExecutableElement called)
        || method.getKind() == ElementKind.CONSTRUCTOR) {
      return false;
    }
    Reach reach = accessibility.of(typed, tree, method, receiver);
    if (reach == null) {
      return false;
    }
    checkTypes(tree, called);
    CodeBlock before = receivers.before(place, reach, receiver);
    CodeBlock arguments =
        arguments(place, receivers.first(place, reach, receiver), tree.getArguments());
    CodeBlock name = name(place, tree, reach, receiver, before);
    place.replace(tree, CodeBlock.of("$L$L($L)", name, accessors.caller(reach), arguments));
    return true;
  }

  /** What stands before the name: type arguments, where the user gives them. */
  private CodeBlock name(
      Rewriter place,
      MethodInvocationTree tree,
      Reach reach,
      @Nullable ExpressionTree receiver,
      CodeBlock before) {
    Renderer renderer = place.renderer();
    List<TypeName> written = written(renderer, tree.getTypeArguments());
    if (written.isEmpty()) {
      return before;
    }
    if (!before.isEmpty()) {
      return CodeBlock.of("$L$L", before, TypeArguments.list(written));
    }
    List<TypeName> all = TypeArguments.joined(ofClass(renderer, reach, receiver), written);
    return TypeArguments.qualifier(owner.generatedName(), all);
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

  /** An accessor has the parameters of what it calls, so it has to be able to name their types. */
  static void checkTypes(Tree tree, ExecutableElement called) {
    for (VariableElement parameter : called.getParameters()) {
      Nameability.check(tree, parameter.asType());
    }
    called.getTypeParameters().forEach(v -> v.getBounds().forEach(b -> Nameability.check(tree, b)));
    Nameability.check(tree, called.getReturnType());
  }
}
