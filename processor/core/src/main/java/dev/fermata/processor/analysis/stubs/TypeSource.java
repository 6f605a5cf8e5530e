package dev.fermata.processor.analysis.stubs;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/** Types as they are written in Java, with qualified names and without annotations. */
final class TypeSource extends SimpleTypeVisitor14<String, @Nullable Void> {

  String of(TypeMirror type) {
    return visit(type);
  }

  String of(List<? extends TypeMirror> types) {
    return types.stream().map(this::visit).collect(Collectors.joining(", "));
  }

  /** The declaration of type parameters, {@code <T extends a.B & c.D, U>}, or nothing. */
  String declarationOf(List<? extends TypeParameterElement> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.stream()
            .map(
                parameter ->
                    parameter.getSimpleName()
                        + parameter.getBounds().stream()
                            .map(this::visit)
                            .collect(Collectors.joining(" & ", " extends ", "")))
            .collect(Collectors.joining(", ", "<", ">"));
  }

  @Override
  protected String defaultAction(TypeMirror type, @Nullable Void unused) {
    return type.getKind() == TypeKind.VOID || type.getKind().isPrimitive()
        ? type.getKind().name().toLowerCase(java.util.Locale.ROOT)
        : type.toString();
  }

  @Override
  public String visitArray(ArrayType type, @Nullable Void unused) {
    return visit(type.getComponentType()) + "[]";
  }

  /** As the user wrote it; the imports of the unit are there to resolve it. */
  @Override
  public String visitError(ErrorType type, @Nullable Void unused) {
    return type.toString();
  }

  @Override
  public String visitTypeVariable(TypeVariable type, @Nullable Void unused) {
    return type.asElement().getSimpleName().toString();
  }

  @Override
  public String visitWildcard(WildcardType type, @Nullable Void unused) {
    if (type.getExtendsBound() != null) {
      return "? extends " + visit(type.getExtendsBound());
    }
    return type.getSuperBound() == null ? "?" : "? super " + visit(type.getSuperBound());
  }

  @Override
  public String visitDeclared(DeclaredType type, @Nullable Void unused) {
    String name =
        isParameterized(type.getEnclosingType())
            ? visit(type.getEnclosingType()) + "." + type.asElement().getSimpleName()
            : ((TypeElement) type.asElement()).getQualifiedName().toString();
    return type.getTypeArguments().isEmpty()
        ? name
        : name + "<" + of(type.getTypeArguments()) + ">";
  }

  private static boolean isParameterized(TypeMirror type) {
    return type instanceof DeclaredType declared
        && type.getKind() == TypeKind.DECLARED
        && (!declared.getTypeArguments().isEmpty() || isParameterized(declared.getEnclosingType()));
  }
}
