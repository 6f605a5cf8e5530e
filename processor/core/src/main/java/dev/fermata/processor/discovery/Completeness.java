package dev.fermata.processor.discovery;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.SimpleTypeVisitor14;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Whether the declarations that a generated class repeats name existing types only. A type that is
 * missing may be one that another processor has yet to write, or that this one has: {@code class
 * Special extends AsyncBase}.
 */
final class Completeness {
  private final Types types;
  private final Visitor visitor = new Visitor();

  Completeness(Types types) {
    this.types = types;
  }

  /** Whether no type is missing in the declaration, constructors and given methods of a class. */
  boolean isComplete(TypeElement type, List<ExecutableElement> methods) {
    return hasCompleteAncestors(type.asType())
        && areComplete(type.getTypeParameters())
        && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .allMatch(this::isComplete)
        && methods.stream().allMatch(this::isComplete);
  }

  private boolean hasCompleteAncestors(TypeMirror type) {
    return types.directSupertypes(type).stream()
        .allMatch(ancestor -> isComplete(ancestor) && hasCompleteAncestors(ancestor));
  }

  private boolean isComplete(ExecutableElement method) {
    return isComplete(method.getReturnType())
        && areComplete(method.getTypeParameters())
        && method.getParameters().stream().map(VariableElement::asType).allMatch(this::isComplete)
        && method.getThrownTypes().stream().allMatch(this::isComplete);
  }

  private boolean areComplete(List<? extends TypeParameterElement> parameters) {
    return parameters.stream()
        .allMatch(parameter -> parameter.getBounds().stream().allMatch(this::isComplete));
  }

  private boolean isComplete(@Nullable TypeMirror type) {
    return type == null || Boolean.TRUE.equals(type.accept(visitor, null));
  }

  private final class Visitor extends SimpleTypeVisitor14<Boolean, Void> {
    Visitor() {
      super(true);
    }

    @Override
    public Boolean visitError(ErrorType type, Void unused) {
      return false;
    }

    @Override
    public Boolean visitDeclared(DeclaredType type, Void unused) {
      return type.getTypeArguments().stream().allMatch(Completeness.this::isComplete)
          && isComplete(type.getEnclosingType());
    }

    @Override
    public Boolean visitArray(ArrayType type, Void unused) {
      return isComplete(type.getComponentType());
    }

    @Override
    public Boolean visitWildcard(WildcardType type, Void unused) {
      return isComplete(type.getExtendsBound()) && isComplete(type.getSuperBound());
    }
  }
}
