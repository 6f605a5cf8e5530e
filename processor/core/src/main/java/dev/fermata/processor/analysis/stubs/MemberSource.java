package dev.fermata.processor.analysis.stubs;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.DEFAULT;
import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PROTECTED;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Members that another processor has added to a type, as source without bodies and on one line.
 *
 * <p>Records come out as classes: no processor adds one, but there are always more processors.
 */
public final class MemberSource {
  private static final Set<Modifier> ACCESS = EnumSet.of(PUBLIC, PROTECTED, PRIVATE, STATIC);

  private final Elements elements;
  private final TypeSource types = new TypeSource();

  /**
   * Source of members of one compilation.
   *
   * @param elements of that compilation
   */
  public MemberSource(Elements elements) {
    this.elements = elements;
  }

  /** The source of a field, a method, a constructor or a type; nothing for anything else. */
  public String of(Element member) {
    return switch (member.getKind()) {
      case FIELD -> field((VariableElement) member);
      case METHOD, CONSTRUCTOR -> method((ExecutableElement) member);
      case CLASS, RECORD, ENUM, INTERFACE, ANNOTATION_TYPE -> type((TypeElement) member);
      default -> "";
    };
  }

  private String field(VariableElement field) {
    Object constant = field.getConstantValue();
    String declared = types.of(field.asType()) + " " + field.getSimpleName();
    if (constant != null) {
      String value = elements.getConstantExpression(constant);
      return modifiers(field, FINAL) + declared + " = " + value + ";";
    }
    return modifiers(field) + declared + isInterfaces(field, " = " + zero(field.asType())) + ";";
  }

  private static String zero(TypeMirror type) {
    if (type.getKind() == TypeKind.BOOLEAN) {
      return "false";
    }
    return type.getKind().isPrimitive() ? "0" : "null";
  }

  private static String isInterfaces(Element member, String text) {
    Element owner = member.getEnclosingElement();
    return owner != null && owner.getKind().isInterface() ? text : "";
  }

  private String method(ExecutableElement method) {
    String typeParameters = types.declarationOf(method.getTypeParameters());
    String head =
        modifiers(method, ABSTRACT, DEFAULT)
            + (typeParameters.isEmpty() ? "" : typeParameters + " ")
            + name(method)
            + parameters(method);
    String clause =
        method.getThrownTypes().isEmpty() ? "" : " throws " + types.of(method.getThrownTypes());
    return head + clause + (method.getModifiers().contains(ABSTRACT) ? ";" : " { throw null; }");
  }

  private String name(ExecutableElement method) {
    return method.getKind() == ElementKind.CONSTRUCTOR && method.getEnclosingElement() != null
        ? method.getEnclosingElement().getSimpleName().toString()
        : types.of(method.getReturnType()) + " " + method.getSimpleName();
  }

  private String parameters(ExecutableElement method) {
    String list =
        method.getParameters().stream()
            .map(parameter -> types.of(parameter.asType()) + " " + parameter.getSimpleName())
            .collect(Collectors.joining(", ", "(", ")"));
    int dims = list.lastIndexOf("[] ");
    return method.isVarArgs() && dims >= 0
        ? list.substring(0, dims) + "... " + list.substring(dims + 3)
        : list;
  }

  private String type(TypeElement type) {
    return modifiers(type, isClass(type) ? new Modifier[] {ABSTRACT} : new Modifier[0])
        + keyword(type)
        + type.getSimpleName()
        + types.declarationOf(type.getTypeParameters())
        + supertypes(type)
        + " { "
        + constants(type)
        + type.getEnclosedElements().stream()
            .filter(member -> !isImplicitIn(type, member))
            .map(this::of)
            .collect(Collectors.joining(" "))
        + " }";
  }

  private static String keyword(TypeElement type) {
    return switch (type.getKind()) {
      case ANNOTATION_TYPE -> "@interface ";
      case ENUM, INTERFACE -> type.getKind().name().toLowerCase(Locale.ROOT) + " ";
      default -> "class ";
    };
  }

  private String supertypes(TypeElement type) {
    if (type.getKind() == ElementKind.ANNOTATION_TYPE) {
      return "";
    }
    List<? extends TypeMirror> interfaces = type.getInterfaces();
    String keyword = type.getKind().isInterface() ? " extends " : " implements ";
    return (type.getKind() == ElementKind.CLASS ? " extends " + types.of(type.getSuperclass()) : "")
        + (interfaces.isEmpty() ? "" : keyword + types.of(interfaces));
  }

  private static String constants(TypeElement type) {
    return type.getKind() == ElementKind.ENUM
        ? ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(field -> field.getKind() == ElementKind.ENUM_CONSTANT)
            .map(field -> field.getSimpleName().toString())
            .collect(Collectors.joining(", ", "", "; "))
        : "";
  }

  private static boolean isImplicitIn(TypeElement type, Element member) {
    return type.getKind() == ElementKind.ENUM
        && (member.getKind() == ElementKind.CONSTRUCTOR
            || member.getSimpleName().contentEquals("values")
            || member.getSimpleName().contentEquals("valueOf"));
  }

  private static boolean isClass(TypeElement type) {
    return type.getKind() == ElementKind.CLASS;
  }

  private static String modifiers(Element element, Modifier... more) {
    Set<Modifier> kept = EnumSet.copyOf(ACCESS);
    kept.addAll(List.of(more));
    kept.retainAll(element.getModifiers());
    return kept.stream().map(modifier -> modifier + " ").collect(Collectors.joining());
  }
}
