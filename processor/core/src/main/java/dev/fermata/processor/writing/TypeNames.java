package dev.fermata.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.fermata.processor.discovery.PromisedTypes;
import java.util.List;
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

/**
 * Types as they are repeated in the generated class: with their type annotations, so that a
 * {@code @Nullable} parameter stays one.
 */
final class TypeNames extends SimpleTypeVisitor14<TypeName, Void> {
  private final CopiedAnnotations annotations;
  private final PromisedTypes promised;
  private final String packageName;

  /** Names for a class of this package, which may name promised ones that are not there yet. */
  TypeNames(CopiedAnnotations annotations, PromisedTypes promised, String packageName) {
    this.annotations = annotations;
    this.promised = promised;
    this.packageName = packageName;
  }

  /** The name of a type. */
  TypeName of(TypeMirror type) {
    return type.accept(this, null);
  }

  /** The names of types, in their order. */
  List<TypeName> of(List<? extends TypeMirror> types) {
    return types.stream().map(this::of).toList();
  }

  /** Type parameters with their bounds, as a declaration lists them. */
  List<TypeVariableName> declarations(List<? extends TypeParameterElement> parameters) {
    return parameters.stream()
        .map(
            parameter ->
                TypeVariableName.get(
                    parameter.getSimpleName().toString(),
                    of(parameter.getBounds()).toArray(TypeName[]::new)))
        .toList();
  }

  @Override
  protected TypeName defaultAction(TypeMirror type, Void unused) {
    return TypeName.get(type).annotated(annotationsOf(type));
  }

  @Override
  public TypeName visitDeclared(DeclaredType type, Void unused) {
    List<TypeName> arguments = of(type.getTypeArguments());
    List<AnnotationSpec> found = annotationsOf(type);
    if (type.getEnclosingType().getKind() == TypeKind.DECLARED
        && of(type.getEnclosingType()) instanceof ParameterizedTypeName outer) {
      String name = type.asElement().getSimpleName().toString();
      return outer.nestedClass(name, arguments).annotated(found);
    }
    ClassName raw = ClassName.get((TypeElement) type.asElement()).annotated(found);
    return arguments.isEmpty()
        ? raw
        : ParameterizedTypeName.get(raw, arguments.toArray(TypeName[]::new));
  }

  @Override
  public TypeName visitError(ErrorType type, Void unused) {
    return promised
        .named(type, packageName)
        .<TypeName>map(TypeNames::topLevel)
        .orElseGet(() -> defaultAction(type, null));
  }

  private static ClassName topLevel(String name) {
    int dot = name.lastIndexOf('.');
    return ClassName.get(name.substring(0, Math.max(dot, 0)), name.substring(dot + 1));
  }

  @Override
  public TypeName visitArray(ArrayType type, Void unused) {
    return ArrayTypeName.of(of(type.getComponentType())).annotated(annotationsOf(type));
  }

  @Override
  public TypeName visitTypeVariable(TypeVariable type, Void unused) {
    return TypeVariableName.get(type.asElement().getSimpleName().toString())
        .annotated(annotationsOf(type));
  }

  @Override
  public TypeName visitWildcard(WildcardType type, Void unused) {
    if (type.getSuperBound() != null) {
      return WildcardTypeName.supertypeOf(of(type.getSuperBound()));
    }
    return type.getExtendsBound() == null
        ? WildcardTypeName.subtypeOf(Object.class)
        : WildcardTypeName.subtypeOf(of(type.getExtendsBound()));
  }

  private List<AnnotationSpec> annotationsOf(TypeMirror type) {
    return annotations.of(type);
  }
}
