package dev.fermata.processor.checks;

import dev.fermata.processor.model.Word;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Which methods make what they return, so that it is lost unless the caller takes it. */
final class Results {
  /** Where functions are called to see what they throw. */
  private static final List<String> TEST_FRAMEWORKS =
      List.of("org.junit.", "junit.", "org.assertj.", "org.testng.", "com.google.common.truth.");

  private final FunctionTypes functions;

  Results(FunctionTypes functions) {
    this.functions = functions;
  }

  /**
   * Whether a method makes its result. One that returns what a type variable stands for mostly
   * hands back what it was given, now or before: {@code requireNonNull}, {@code Map.put}. But a
   * functional interface does what it returns, and so does who calls one for it.
   */
  boolean areMadeBy(ExecutableElement method) {
    if (!(method.getReturnType() instanceof TypeVariable result)
        || Word.of(method).equals(Optional.of(Word.AWAIT))) {
      return true;
    }
    if (!method.getTypeParameters().contains(result.asElement())) {
      return method.getEnclosingElement() instanceof TypeElement owner
          && functions.methodOf(owner).equals(Optional.of(method));
    }
    List<TypeMirror> given = method.getParameters().stream().map(VariableElement::asType).toList();
    return given.stream().noneMatch(type -> isOf(type, result))
        && (given.isEmpty() || given.stream().anyMatch(type -> isFunctionWith(type, result)));
  }

  private boolean isFunctionWith(TypeMirror type, TypeVariable result) {
    return functions.methodOf(type).isPresent()
        && ((DeclaredType) type)
            .getTypeArguments().stream()
                .anyMatch(
                    argument ->
                        argument instanceof WildcardType wildcard
                            ? isOf(wildcard.getExtendsBound(), result)
                            : isOf(argument, result));
  }

  private static boolean isOf(@Nullable TypeMirror type, TypeVariable result) {
    return type instanceof TypeVariable variable && variable.asElement().equals(result.asElement());
  }

  /** Whether it is a function for a test that it fails, which it may do before it returns. */
  static boolean areExpectedToFail(ExecutableElement functional) {
    String owner = Symbols.ownerOf(functional);
    return TEST_FRAMEWORKS.stream().anyMatch(owner::startsWith);
  }
}
