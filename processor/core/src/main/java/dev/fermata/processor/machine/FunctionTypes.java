package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import dev.fermata.processor.lowering.Supertypes;
import dev.fermata.processor.lowering.Typed;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** What is known of functional interfaces. */
final class FunctionTypes {
  private FunctionTypes() {}

  /** Parameters of a lambda for a functional interface: {@code a0$, a1$}. */
  static CodeBlock parameters(Names names, Typed typed, TypeMirror type) {
    return IntStream.range(0, arity(typed, type))
        .mapToObj(i -> CodeBlock.of("$L", names.inner("a" + i + "$")))
        .collect(CodeBlock.joining(", "));
  }

  /** How many parameters the method of a functional interface has. */
  static int arity(Typed typed, TypeMirror type) {
    return method(typed, type).getParameters().size();
  }

  /** The type of the first argument of a function. */
  static TypeMirror first(Typed typed, TypeMirror type) {
    List<? extends TypeMirror> parameters = called(typed, type).getParameterTypes();
    return parameters.isEmpty() ? typed.types().getNoType(TypeKind.NONE) : bound(parameters.get(0));
  }

  /** The type of what a function gives. */
  static TypeMirror result(Typed typed, TypeMirror type) {
    return bound(called(typed, type).getReturnType());
  }

  /** What a function of an interface with wildcards takes and gives (JLS 9.9). */
  private static TypeMirror bound(TypeMirror type) {
    if (type instanceof TypeVariable variable && Supertypes.isCaptured(variable)) {
      return variable.getLowerBound().getKind() == TypeKind.NULL
          ? variable.getUpperBound()
          : variable.getLowerBound();
    }
    return type;
  }

  private static ExecutableType called(Typed typed, TypeMirror type) {
    ExecutableElement method = method(typed, type);
    return type instanceof IntersectionType
        ? (ExecutableType) method.asType()
        : (ExecutableType)
            typed.types().asMemberOf((DeclaredType) typed.types().capture(type), method);
  }

  private static ExecutableElement method(Typed typed, TypeMirror type) {
    if (type instanceof IntersectionType several) {
      // All but one have no method.
      for (TypeMirror part : several.getBounds()) {
        if (typed.elements().getAllMembers((TypeElement) typed.types().asElement(part)).stream()
            .anyMatch(member -> member.getModifiers().contains(Modifier.ABSTRACT))) {
          return method(typed, part);
        }
      }
    }
    if (type instanceof DeclaredType declared) {
      TypeElement element = (TypeElement) declared.asElement();
      TypeElement object = typed.elements().getTypeElement("java.lang.Object");
      for (Element member : typed.elements().getAllMembers(element)) {
        if (member instanceof ExecutableElement method
            && method.getModifiers().contains(Modifier.ABSTRACT)
            && !redeclares(typed, method, object)) {
          return method;
        }
      }
    }
    throw new IllegalStateException("not a functional interface: " + type);
  }

  /** An interface may declare methods of Object again; they do not count. */
  private static boolean redeclares(Typed typed, ExecutableElement method, TypeElement object) {
    return object.getEnclosedElements().stream()
        .anyMatch(
            m ->
                m instanceof ExecutableElement known
                    && typed
                        .elements()
                        .overrides(method, known, (TypeElement) method.getEnclosingElement()));
  }
}
