package dev.fermata.processor.checks;

import com.palantir.javapoet.ClassName;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.discovery.Discovery;
import dev.fermata.processor.model.BodyKind;
import dev.fermata.processor.model.RuntimeNames;
import dev.fermata.processor.model.Word;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What attributed trees mean to the language. */
final class Symbols {
  private final Trees trees;
  private final Elements elements;
  private final Types types;

  /** For types of the runtime, which classes extend them, as far as that was asked. */
  private final Map<ClassName, Map<Element, Boolean>> known = new HashMap<>();

  Symbols(Trees trees, Elements elements, Types types) {
    this.trees = trees;
    this.elements = elements;
    this.types = types;
  }

  /** The type of the expression at this path; null where javac found none. */
  @Nullable TypeMirror typeOf(TreePath path) {
    return trees.getTypeMirror(path);
  }

  /** Where to point at when an expression is meant: of a call, at the method. */
  static TreePath pointAt(TreePath path) {
    return path.getLeaf() instanceof MethodInvocationTree call
        ? new TreePath(path, call.getMethodSelect())
        : path;
  }

  /** What is declared or named at this path; null where javac found nothing. */
  @Nullable Element elementOf(TreePath path) {
    return trees.getElement(path);
  }

  /** The qualified name of the class that declares a member; empty if none does. */
  static String ownerOf(Element member) {
    return member.getEnclosingElement() instanceof TypeElement owner
        ? owner.getQualifiedName().toString()
        : "";
  }

  /** The word that a call or method reference is one of. */
  Optional<Word> wordOf(TreePath path) {
    Tree tree = path.getLeaf();
    if (tree instanceof MethodInvocationTree call) {
      return Word.of(trees.getElement(new TreePath(path, call.getMethodSelect())));
    }
    return tree instanceof MemberReferenceTree ? Word.of(trees.getElement(path)) : Optional.empty();
  }

  /** Whether a tree is a call of this word, or refers to it. */
  boolean isWord(Word word, TreePath path) {
    return wordOf(path).filter(it -> it == word).isPresent();
  }

  /** Whether this is an {@code @Async} method. */
  boolean isAsyncMethod(TreePath path) {
    return path.getLeaf() instanceof MethodTree
        && trees.getElement(path) instanceof ExecutableElement element
        && isAsync(element);
  }

  /** Whether this is an {@code @Async} method. */
  static boolean isAsync(ExecutableElement method) {
    return Discovery.isAsync(method);
  }

  /** The {@code @Async} method whose body this path is in, however deep in lambdas and classes. */
  Optional<ExecutableElement> asyncMethodAround(TreePath path) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof MethodTree
          && trees.getElement(at) instanceof ExecutableElement element
          && isAsync(element)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  /** Whether this is the lambda of {@code async(() -> …)}. */
  boolean isAsyncBlock(TreePath path) {
    return path.getLeaf() instanceof LambdaExpressionTree
        && isWord(Word.ASYNC, withoutParentheses(path.getParentPath()));
  }

  /** The innermost path from {@code path} up that is no parenthesis. */
  static TreePath withoutParentheses(TreePath path) {
    TreePath at = path;
    while (at.getLeaf() instanceof ParenthesizedTree) {
      at = at.getParentPath();
    }
    return at;
  }

  /** What the method at this path is, as its return type says. */
  Optional<BodyKind> kindOf(TreePath path) {
    return trees.getElement(path) instanceof ExecutableElement element
            && element.getReturnType().getKind() == TypeKind.DECLARED
        ? BodyKind.ofReturnType((TypeElement) ((DeclaredType) element.getReturnType()).asElement())
        : Optional.empty();
  }

  /** Adds the class of a type and all its supertypes, each before its own. */
  void addSupertypes(@Nullable TypeMirror type, Set<TypeElement> classes) {
    if (type == null) {
      return;
    }
    if (types.erasure(type) instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && classes.add(element)) {
      types.directSupertypes(declared).forEach(parent -> addSupertypes(parent, classes));
    }
  }

  /** Whether one method overrides another, in this class. */
  boolean overrides(ExecutableElement method, ExecutableElement other, TypeElement type) {
    return elements.overrides(method, other, type);
  }

  /** Whether a resource of a {@code try} is closed by awaiting it. */
  boolean isAsyncResource(TreePath path) {
    return is(path, RuntimeNames.ASYNC_CLOSEABLE);
  }

  /** Whether what is declared or evaluated at this path is of a type, or of one that extends it. */
  boolean is(TreePath path, ClassName name) {
    TypeMirror type = trees.getTypeMirror(path);
    return type != null && is(type, name);
  }

  /** Whether a type is another one or extends it. */
  boolean is(TypeMirror type, ClassName name) {
    return switch (type.getKind()) {
      case DECLARED ->
          extending(name)
              .computeIfAbsent(
                  ((DeclaredType) type).asElement(), element -> isSubtype(element.asType(), name));
      case TYPEVAR -> isSubtype(type, name);
      default -> false;
    };
  }

  private Map<Element, Boolean> extending(ClassName name) {
    return known.computeIfAbsent(name, it -> new HashMap<>());
  }

  private boolean isSubtype(TypeMirror type, ClassName name) {
    TypeElement other = elements.getTypeElement(name.canonicalName());
    return other != null && types.isSubtype(types.erasure(type), types.erasure(other.asType()));
  }

  /** Whether all that is of the type {@code name} is of a type, too. */
  boolean includes(TypeMirror type, ClassName name) {
    TypeElement other = elements.getTypeElement(name.canonicalName());
    return other != null
        && type.getKind() == TypeKind.DECLARED
        && types.isSubtype(other.asType(), types.erasure(type));
  }

  /** Whether a method belongs to what the runtime offers to users. */
  boolean isOfRuntime(Element method) {
    return RuntimeNames.OFFERED.contains(elements.getPackageOf(method).toString());
  }

  /** Whether what is declared or evaluated at this path is of a type itself. */
  boolean isExactly(TreePath path, ClassName name) {
    return trees.getTypeMirror(path) instanceof DeclaredType type
        && type.asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals(name.canonicalName());
  }

  /** The last name of a type, without its arguments. */
  static String simpleName(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? declared.asElement().getSimpleName().toString()
        : type.toString();
  }
}
