package dev.fermata.processor.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.fermata.processor.lowering.Supertypes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Type arguments that the user writes, handed on to an accessor: {@code this.<String>make(x)} is
 * {@code AsyncCache.<K, String>make$call(this, x)} in a class with a variable of its own.
 */
final class TypeArguments {
  private TypeArguments() {}

  /** What stands before the name of an accessor, and is empty where it has to be inferred. */
  static CodeBlock qualifier(ClassName generated, @Nullable List<TypeName> arguments) {
    return arguments == null || arguments.isEmpty()
        ? CodeBlock.of("")
        : CodeBlock.of("$T.$L", generated, list(arguments));
  }

  /** The same where something else may stand there already, which is kept. */
  static CodeBlock qualifier(
      ClassName generated, CodeBlock before, @Nullable List<TypeName> arguments) {
    if (before.isEmpty()) {
      return qualifier(generated, arguments);
    }
    return arguments == null ? before : CodeBlock.of("$L$L", before, list(arguments));
  }

  /** {@code <A, B>}; empty for none. */
  static CodeBlock list(List<TypeName> arguments) {
    return arguments.isEmpty()
        ? CodeBlock.of("")
        : CodeBlock.of(
            "<$L>",
            arguments.stream()
                .map(argument -> CodeBlock.of("$T", argument))
                .collect(CodeBlock.joining(", ")));
  }

  /**
   * The arguments of a type as an instance of {@code wanted}, those of the outermost class first;
   * null where they cannot be written: it is raw, or has wildcards.
   */
  static @Nullable List<TypeName> of(Renderer renderer, TypeMirror type, TypeElement wanted) {
    TypeMirror instance = Supertypes.find(renderer.typed().types(), type, wanted);
    if (instance == null) {
      return null;
    }
    Deque<DeclaredType> around = new ArrayDeque<>();
    TypeMirror at = instance;
    while (at instanceof DeclaredType outer) {
      around.push(outer);
      at = outer.getEnclosingType();
    }
    List<TypeName> names = new ArrayList<>();
    for (DeclaredType part : around) {
      TypeElement element = (TypeElement) part.asElement();
      if (element.getTypeParameters().size() != part.getTypeArguments().size()) {
        return null;
      }
      for (TypeMirror argument : part.getTypeArguments()) {
        if (argument instanceof WildcardType
            || (argument instanceof TypeVariable variable && Supertypes.isCaptured(variable))) {
          return null;
        }
        names.add(renderer.type(argument));
      }
    }
    return names;
  }
}
