package dev.fermata.processor.discovery;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the methods and constructors of a class declare types that are promised, with type
 * arguments: {@code Coroutine<AsyncBox<T>> copy()} in {@code Box<T>}. As long as {@code AsyncBox}
 * is not there, javac knows nothing of such a type, not even its name.
 */
final class GenericMentions extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final PromisedTypes promised;
  private @Nullable TreePath found;

  private GenericMentions(PromisedTypes promised) {
    this.promised = promised;
  }

  /** The first one in the class at {@code path}. */
  static Optional<TreePath> in(TreePath path, PromisedTypes promised) {
    GenericMentions scanner = new GenericMentions(promised);
    for (Tree member : ((ClassTree) path.getLeaf()).getMembers()) {
      if (member instanceof MethodTree) {
        scanner.scan(new TreePath(path, member), null);
      }
    }
    return Optional.ofNullable(scanner.found);
  }

  /** Whether the declaration of a method has one. */
  static boolean areIn(TreePath method, PromisedTypes promised) {
    GenericMentions scanner = new GenericMentions(promised);
    scanner.scan(method, null);
    return scanner.found != null;
  }

  @Override
  public @Nullable Void visitParameterizedType(ParameterizedTypeTree type, @Nullable Void unused) {
    String name = type.getType().toString();
    if (found == null && promised.names().stream().anyMatch(it -> isNamed(it, name))) {
      found = getCurrentPath();
    }
    return super.visitParameterizedType(type, null);
  }

  private static boolean isNamed(String qualifiedName, String name) {
    return qualifiedName.equals(name) || qualifiedName.endsWith("." + name);
  }

  @Override
  public @Nullable Void visitBlock(BlockTree body, @Nullable Void unused) {
    return null;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree parameter, @Nullable Void unused) {
    return scan(parameter.getType(), null);
  }
}
