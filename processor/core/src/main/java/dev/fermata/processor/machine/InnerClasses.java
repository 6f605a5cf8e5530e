package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.lowering.Typed;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * Inner classes of generic ones. Where one is in scope, its name alone says the type arguments of
 * what is around it too (JLS 6.5.5.1); with a qualified name, they have to be written.
 *
 * <pre>{@code
 * abstract class Tree<T> { class Node<K> {}  … Node<String> n = …; }
 *
 * Tree<T>.Node<String> n = …;
 * }</pre>
 */
final class InnerClasses {
  private InnerClasses() {}

  /** A class with the type arguments of what is around it, or null where there are none to say. */
  static @Nullable CodeBlock name(Renderer renderer, IdentifierTree tree) {
    Typed typed = renderer.typed();
    Tree parent = typed.parent(tree);
    boolean generic = parent instanceof ParameterizedTypeTree named && named.getType() == tree;
    boolean reference = parent instanceof MemberReferenceTree;
    return (reference || saysArguments(typed, tree))
            && typed.type(generic ? parent : tree) instanceof DeclaredType type
            && type.getEnclosingType() instanceof DeclaredType outer
            && renderer.type(outer) instanceof ParameterizedTypeName around
        ? CodeBlock.of("$T.$L", around, tree.getName())
        : null;
  }

  /** Whether a class is named where the type arguments of what is around it are said too. */
  static boolean saysArguments(Typed typed, Tree tree) {
    Tree parent = typed.parent(tree);
    return switch (parent.getKind()) {
      case MEMBER_SELECT -> isInner(typed, parent) && saysArguments(typed, parent);
      case INSTANCE_OF, NEW_ARRAY, MEMBER_REFERENCE -> false;
      default -> true;
    };
  }

  /** Whether a name is that of an inner class, and no raw type. */
  private static boolean isInner(Typed typed, Tree name) {
    return typed.element(name) instanceof TypeElement type
        && !type.getModifiers().contains(Modifier.STATIC)
        && (type.getTypeParameters().isEmpty()
            || typed.parent(name) instanceof ParameterizedTypeTree);
  }
}
