package dev.fermata.processor.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.sun.source.tree.Tree;
import dev.fermata.processor.model.AsyncMethod;
import dev.fermata.processor.model.BodyKind;
import dev.fermata.processor.model.RuntimeNames;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/**
 * A body that is to be written.
 *
 * @param name of the body in the generated code: {@code fetch}, {@code fetch$1}, {@code
 *     fetch$async1}
 * @param method the user's name of it, for await stacks
 * @param file the user's file
 * @param element what it completes with or emits
 * @param typeVariables of the method
 */
record Subject(
    String name,
    String method,
    String file,
    BodyKind kind,
    TypeMirror element,
    List<TypeVariableName> typeVariables,
    boolean isStatic,
    Tree body) {

  /** The name as that of a class begins. */
  String stem() {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** The class that the frame extends. */
  ClassName machine() {
    return kind == BodyKind.GENERATOR
        ? RuntimeNames.GENERATOR_MACHINE
        : RuntimeNames.COROUTINE_MACHINE;
  }

  String frame() {
    return stem() + "$Frame";
  }

  String step() {
    return name + "$step";
  }

  String description() {
    return AsyncMethod.constant(name) + "$BODY";
  }

  TypeName frameType() {
    ClassName raw = ClassName.get("", frame());
    return typeVariables.isEmpty()
        ? raw
        : ParameterizedTypeName.get(raw, typeVariables.toArray(new TypeName[0]));
  }
}
