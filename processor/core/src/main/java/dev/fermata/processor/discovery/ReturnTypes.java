package dev.fermata.processor.discovery;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WildcardTree;
import dev.fermata.processor.diagnostics.Wording;
import dev.fermata.processor.model.BodyKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What the declared return type of a method says about its body. */
public final class ReturnTypes {
  private static final List<String> OF_ONE_RESULT =
      List.of("dev.fermata.Awaitable", "java.util.concurrent.Future");
  private static final List<String> OF_MANY_RESULTS =
      List.of("dev.fermata.AsyncIterable", "dev.fermata.AsyncIterator");

  /** A subtype of these may be something else first of all, as a list is. */
  private static final Set<String> EXACTLY_OF_MANY_RESULTS =
      Set.of(
          "java.lang.Iterable",
          "java.util.Iterator",
          "java.util.stream.Stream",
          "java.util.concurrent.Flow.Publisher");

  private final Elements elements;
  private final Types types;

  /** Looks at methods that these know. */
  public ReturnTypes(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** The kind of body that the return type asks for; empty if an async method cannot return it. */
  public Optional<BodyKind> kindOf(ExecutableElement method) {
    return method.getReturnType().getKind() == TypeKind.DECLARED
        ? BodyKind.ofReturnType((TypeElement) types.asElement(method.getReturnType()))
        : Optional.empty();
  }

  /** The type of the result or element: the argument of the return type, or what is known of it. */
  public TypeMirror resultOf(ExecutableElement method) {
    List<? extends TypeMirror> arguments =
        ((DeclaredType) method.getReturnType()).getTypeArguments();
    if (arguments.isEmpty()) {
      return object();
    }
    TypeMirror argument = arguments.get(0);
    if (argument instanceof WildcardType wildcard) {
      TypeMirror bound = wildcard.getExtendsBound();
      return bound == null ? object() : bound;
    }
    return argument;
  }

  /** What the method could return instead, in the user's words. */
  String advice(ExecutableElement method, MethodTree tree) {
    TypeMirror returned = method.getReturnType();
    if (isAny(returned, OF_MANY_RESULTS) || isExactlyOfMany(returned)) {
      return "AsyncGenerator<%s>".formatted(argumentOf(tree.getReturnType()));
    }
    if (isAny(returned, OF_ONE_RESULT)) {
      return "Coroutine<%s>".formatted(argumentOf(tree.getReturnType()));
    }
    return "Coroutine<%1$s>, AsyncGenerator<%1$s>, CompletionStage<%1$s> or CompletableFuture<%1$s>"
        .formatted(Wording.typeArgument(tree.getReturnType()));
  }

  private static boolean isExactlyOfMany(TypeMirror type) {
    return type instanceof DeclaredType declared
        && EXACTLY_OF_MANY_RESULTS.contains(
            ((TypeElement) declared.asElement()).getQualifiedName().toString());
  }

  private boolean isAny(TypeMirror type, List<String> names) {
    return names.stream()
        .map(elements::getTypeElement)
        .anyMatch(
            element ->
                element != null
                    && types.isSubtype(types.erasure(type), types.erasure(element.asType())));
  }

  private static String argumentOf(Tree type) {
    if (!(type instanceof ParameterizedTypeTree parameterized)
        || parameterized.getTypeArguments().size() != 1) {
      return "…";
    }
    Tree argument = parameterized.getTypeArguments().get(0);
    Tree bound = argument instanceof WildcardTree wildcard ? wildcard.getBound() : argument;
    return bound == null ? "…" : bound.toString();
  }

  private TypeMirror object() {
    return elements.getTypeElement("java.lang.Object").asType();
  }
}
