package dev.fermata.processor.discovery;

import java.util.List;
import java.util.function.Predicate;
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
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleTypeVisitor14;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Whether the declarations that a generated class repeats name types only that exist, or are
 * promised. A type that is missing may be one that another processor has yet to write. What a class
 * extends has to exist: {@code class Special extends AsyncBase} waits for {@code AsyncBase}.
 */
final class Completeness {
  private final Elements elements;
  private final Types types;

  Completeness(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** Whether no type is missing in the declaration, constructors and given methods of a class. */
  boolean isComplete(TypeElement type, List<ExecutableElement> methods, PromisedTypes promised) {
    String packageName = elements.getPackageOf(type).getQualifiedName().toString();
    Declarations declarations =
        new Declarations(missing -> promised.named(missing, packageName).isPresent());
    return hasCompleteAncestors(type.asType())
        && declarations.areComplete(type.getTypeParameters())
        && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .allMatch(declarations::isComplete)
        && methods.stream().allMatch(declarations::isComplete);
  }

  private boolean hasCompleteAncestors(TypeMirror type) {
    Declarations existing = new Declarations(missing -> false);
    return types.directSupertypes(type).stream()
        .allMatch(ancestor -> existing.isComplete(ancestor) && hasCompleteAncestors(ancestor));
  }

  /** Looks for missing types, of which some may be named nevertheless. */
  private static final class Declarations extends SimpleTypeVisitor14<Boolean, Void> {
    private final Predicate<ErrorType> mayBeNamed;

    Declarations(Predicate<ErrorType> mayBeNamed) {
      super(true);
      this.mayBeNamed = mayBeNamed;
    }

    boolean isComplete(ExecutableElement method) {
      return isComplete(method.getReturnType())
          && areComplete(method.getTypeParameters())
          && method.getParameters().stream().map(VariableElement::asType).allMatch(this::isComplete)
          && method.getThrownTypes().stream().allMatch(this::isComplete);
    }

    boolean areComplete(List<? extends TypeParameterElement> parameters) {
      return parameters.stream()
          .allMatch(parameter -> parameter.getBounds().stream().allMatch(this::isComplete));
    }

    boolean isComplete(@Nullable TypeMirror type) {
      return type == null || Boolean.TRUE.equals(type.accept(this, null));
    }

    @Override
    public Boolean visitError(ErrorType type, Void unused) {
      return mayBeNamed.test(type);
    }

    @Override
    public Boolean visitDeclared(DeclaredType type, Void unused) {
      return type.getTypeArguments().stream().allMatch(this::isComplete)
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
