package dev.fermata.processor.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.fermata.processor.model.RuntimeNames;
import java.lang.invoke.MethodHandles;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Classes as values. A hidden class is found once, by its name.
 *
 * <pre>{@code
 * String.class     Point, which is private: POINT$CLASS      Point[]: POINT$CLASS.arrayType()
 * }</pre>
 */
final class ClassLiterals {
  private static final TypeName ANY_CLASS =
      ParameterizedTypeName.get(
          ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class));

  private final Handles handles;
  private final Types types;
  private final Elements elements;
  private final StandIns standIns;

  ClassLiterals(Handles handles, Types types, Elements elements, StandIns standIns) {
    this.handles = handles;
    this.types = types;
    this.elements = elements;
    this.standIns = standIns;
  }

  /** The class that a type is at run time. */
  CodeBlock of(TypeMirror type) {
    TypeMirror erased = types.erasure(type);
    if (erased instanceof ArrayType array && standIns.hidden().mentions(array)) {
      return CodeBlock.of("$L.arrayType()", of(array.getComponentType()));
    }
    return erased instanceof DeclaredType declared
        ? of((TypeElement) declared.asElement())
        : CodeBlock.of("$T.class", TypeName.get(erased));
  }

  /** A class. */
  CodeBlock of(TypeElement type) {
    if (!standIns.hidden().hasNoName(type)) {
      return CodeBlock.of("$T.class", ClassName.get(type));
    }
    CodeBlock found =
        CodeBlock.of(
            "$L.type($L.lookup(),$W$S)",
            handles.scope().receiver(RuntimeNames.ACCESS),
            handles.scope().receiver(ClassName.get(MethodHandles.class)),
            elements.getBinaryName(type));
    return CodeBlock.of(
        "$L", handles.constant(type, ANY_CLASS, standIns.name(type), "$CLASS", found));
  }
}
