package dev.fermata.processor.analysis;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementScanner14;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/**
 * Whether the signatures of a type and its members mention types that the outer compilation lacks.
 */
final class UnresolvedTypes extends ElementScanner14<Boolean, @Nullable Void> {
  private static final UnresolvedTypes INSTANCE = new UnresolvedTypes();

  private UnresolvedTypes() {
    super(false);
  }

  static boolean areIn(TypeElement type) {
    return INSTANCE.scan(type, null);
  }

  @Override
  public Boolean visitType(TypeElement type, @Nullable Void unused) {
    return isUnresolved(type.getSuperclass())
        || areUnresolved(type.getInterfaces())
        || areUnresolvedBounds(type.getTypeParameters())
        || anyOf(type.getEnclosedElements());
  }

  @Override
  public Boolean visitVariable(VariableElement variable, @Nullable Void unused) {
    return isUnresolved(variable.asType());
  }

  @Override
  public Boolean visitExecutable(ExecutableElement method, @Nullable Void unused) {
    return isUnresolved(method.getReturnType())
        || anyOf(method.getParameters())
        || areUnresolved(method.getThrownTypes())
        || areUnresolvedBounds(method.getTypeParameters());
  }

  private boolean anyOf(List<? extends Element> elements) {
    return elements.stream().anyMatch(element -> scan(element, null));
  }

  private static boolean areUnresolvedBounds(List<? extends TypeParameterElement> parameters) {
    return parameters.stream().anyMatch(parameter -> areUnresolved(parameter.getBounds()));
  }

  private static boolean areUnresolved(List<? extends TypeMirror> types) {
    return types.stream().anyMatch(UnresolvedTypes::isUnresolved);
  }

  private static boolean isUnresolved(@Nullable TypeMirror type) {
    return type != null && Visitor.INSTANCE.visit(type);
  }

  private static final class Visitor extends SimpleTypeVisitor14<Boolean, @Nullable Void> {
    static final Visitor INSTANCE = new Visitor();

    Visitor() {
      super(false);
    }

    @Override
    public Boolean visitError(ErrorType type, @Nullable Void unused) {
      return true;
    }

    @Override
    public Boolean visitArray(ArrayType type, @Nullable Void unused) {
      return visit(type.getComponentType());
    }

    @Override
    public Boolean visitDeclared(DeclaredType type, @Nullable Void unused) {
      return areUnresolved(type.getTypeArguments());
    }

    @Override
    public Boolean visitWildcard(WildcardType type, @Nullable Void unused) {
      return isUnresolved(type.getExtendsBound()) || isUnresolved(type.getSuperBound());
    }
  }
}
