package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Words;
import dev.fermata.processor.model.AsyncOwner;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The first argument of an accessor: what stands before the dot, said for another place.
 *
 * <pre>{@code
 * helper()                    =>   helper$call(this)
 * super.close()               =>   close$super(this)
 * other().helper()            =>   helper$call(other())
 * other().staticHelper()      =>   evaluated$(other()).staticHelper$call()
 * }</pre>
 */
final class Receivers {
  private final AsyncOwner owner;
  private final Handles handles;

  Receivers(AsyncOwner owner, Handles handles) {
    this.owner = owner;
    this.handles = handles;
  }

  /** What stands before the dot of a name; null where there is no dot. */
  static @Nullable ExpressionTree of(Tree name) {
    return name instanceof MemberSelectTree select ? select.getExpression() : null;
  }

  /** The first argument of an accessor; empty for a static member. */
  CodeBlock first(Rewriter place, Reach reach, @Nullable ExpressionTree receiver) {
    if (reach.isStatic()) {
      return CodeBlock.of("");
    }
    return receiver == null ? instance(place) : instance(place, receiver);
  }

  /**
   * The type arguments of what stands before the dot of a member, as an instance of the class that
   * has it; null where they cannot be written.
   */
  @Nullable List<TypeName> typeArguments(
      Renderer renderer, Reach reach, @Nullable ExpressionTree receiver) {
    if (reach.isStatic()) {
      return List.of();
    }
    TypeMirror type =
        receiver == null || isSuper(receiver)
            ? owner.type().asType()
            : renderer.typed().type(receiver);
    return TypeArguments.of(renderer, type, reach.caller());
  }

  /** The instance of the user's class around a place. */
  CodeBlock instance(Rewriter place) {
    return place.insideClass()
        ? CodeBlock.of("$T.this", owner.generatedName())
        : CodeBlock.of("this");
  }

  /**
   * The instance around one that is made, which is that of the innermost class with such a member;
   * empty for a class that needs none.
   */
  CodeBlock around(Rewriter place, Tree tree, TypeElement created) {
    if (!Signature.isInner(created)) {
      return CodeBlock.of("");
    }
    Typed typed = place.renderer().typed();
    Element outer = created.getEnclosingElement();
    Element innermost = typed.enclosingClass(tree);
    for (Element at = innermost; at != null; at = at.getEnclosingElement()) {
      if (at instanceof TypeElement type
          && outer instanceof TypeElement wanted
          && !type.equals(owner.type())
          && Accessibility.isSubclass(typed, type, wanted)) {
        return type.equals(innermost)
            ? CodeBlock.of("this")
            : CodeBlock.of("$T.this", place.renderer().denotable().className(type));
      }
      if (owner.type().equals(at)) {
        break;
      }
    }
    return instance(place);
  }

  private CodeBlock instance(Rewriter place, ExpressionTree receiver) {
    if (!isSuper(receiver)) {
      return place.part(receiver);
    }
    if (!(receiver instanceof MemberSelectTree select)) {
      return CodeBlock.of("this");
    }
    Element named = place.renderer().typed().element(select.getExpression());
    boolean interfaces = named != null && named.getKind().isInterface();
    if (interfaces && !place.insideClass()) {
      return CodeBlock.of("this");
    }
    return owner.type().equals(named)
        ? instance(place)
        : CodeBlock.of("$L.this", place.part(select.getExpression()));
  }

  /**
   * What is written before the name of an accessor: for a static member that is named through an
   * expression, what evaluates the expression and forgets its value.
   */
  CodeBlock before(Rewriter place, Reach reach, @Nullable ExpressionTree receiver) {
    return reach.isStatic() && receiver != null && hasEffect(place, receiver)
        ? CodeBlock.of("$L($L).", handles.evaluated(owner.generatedName()), place.part(receiver))
        : CodeBlock.of("");
  }

  private static boolean hasEffect(Rewriter place, ExpressionTree receiver) {
    Element element = place.renderer().typed().element(receiver);
    boolean named = element instanceof TypeElement || element instanceof PackageElement;
    return !named && !(receiver instanceof IdentifierTree) && !isWord(receiver);
  }

  /**
   * The class or interface that {@code super} means, where it is said of the user's class: null for
   * other receivers, and for {@code super} of a class inside the body.
   */
  static @Nullable TypeElement superOf(
      Typed typed, Tree place, @Nullable ExpressionTree receiver, TypeElement owner) {
    if (receiver == null || !isSuper(receiver)) {
      return null;
    }
    Element named =
        receiver instanceof MemberSelectTree select
            ? typed.element(select.getExpression())
            : typed.enclosingClass(place);
    if (named instanceof TypeElement type
        && type.getKind().isInterface()
        && owner.equals(typed.enclosingClass(place))) {
      return type;
    }
    return owner.equals(named)
        ? (TypeElement) typed.types().asElement(owner.getSuperclass())
        : null;
  }

  static boolean isSuper(@Nullable ExpressionTree receiver) {
    return isWord(receiver, "super");
  }

  /** Whether {@code tree} is {@code this} or {@code super}, with or without a class before it. */
  static boolean isWord(@Nullable ExpressionTree tree) {
    return isSuper(tree) || isWord(tree, "this");
  }

  private static boolean isWord(@Nullable ExpressionTree tree, String word) {
    ExpressionTree inner = tree == null ? null : Words.strip(tree);
    if (inner instanceof MemberSelectTree select) {
      return select.getIdentifier().contentEquals(word);
    }
    return inner instanceof IdentifierTree name && name.getName().contentEquals(word);
  }
}
