package dev.fermata.processor.discovery;

import dev.fermata.processor.model.PackagePrivate;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleTypeVisitor14;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Which types of the user's class its generated subclass can name. What the user's class may see
 * and a subclass in the same package may not are private classes, and protected ones that an
 * enclosing class inherits.
 */
public final class Nameability {
  private final Elements elements;
  private final Types types;

  /** What can be named is a matter of these types. */
  public Nameability(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** Whether a constructor with the same types can be declared in a subclass of {@code owner}. */
  public boolean canRepeat(ExecutableElement constructor, TypeElement owner) {
    return canNameSignature(constructor, owner) && canName(constructor.getThrownTypes(), owner);
  }

  /** Whether a subclass of {@code owner} can name the bounds of all these type parameters. */
  public boolean canNameBounds(List<? extends TypeParameterElement> parameters, TypeElement owner) {
    return parameters.stream().allMatch(parameter -> canName(parameter.getBounds(), owner));
  }

  /** Whether a subclass of {@code owner} can name all these types. */
  public boolean canName(List<? extends TypeMirror> all, TypeElement owner) {
    return all.stream().allMatch(type -> canName(type, owner));
  }

  /** Whether a subclass of {@code owner} can name the erasures of all these types. */
  public boolean canNameErasures(List<? extends TypeMirror> all, TypeElement owner) {
    return all.stream().allMatch(type -> canName(types.erasure(type), owner));
  }

  /** Whether a subclass of {@code owner} can name what a method says of types. */
  public boolean canNameSignature(ExecutableElement method, TypeElement owner) {
    return canName(signatureOf(method), owner) && canNameBounds(method.getTypeParameters(), owner);
  }

  /** Whether a subclass of {@code owner} can name this type. */
  public boolean canName(@Nullable TypeMirror type, TypeElement owner) {
    return type == null || Boolean.TRUE.equals(type.accept(new Visitor(owner), null));
  }

  private static List<TypeMirror> signatureOf(ExecutableElement method) {
    return Stream.<TypeMirror>concat(
            Stream.of(method.getReturnType()), method.getParameters().stream().map(Element::asType))
        .toList();
  }

  private boolean canNameClass(Element declared, TypeElement owner) {
    if (declared.getModifiers().contains(Modifier.PRIVATE)
        || PackagePrivate.isElsewhere(elements, declared, owner)) {
      return false;
    }
    if (!(declared.getEnclosingElement() instanceof TypeElement enclosing)) {
      return true;
    }
    boolean inherited =
        !declared.getModifiers().contains(Modifier.PROTECTED)
            || elements.getPackageOf(declared).equals(elements.getPackageOf(owner))
            || types.isSubtype(types.erasure(owner.asType()), types.erasure(enclosing.asType()));
    return inherited && canNameClass(enclosing, owner);
  }

  /** Looks into the parts of a type; type variables are judged by their bounds where declared. */
  private final class Visitor extends SimpleTypeVisitor14<Boolean, Void> {
    private final TypeElement owner;

    Visitor(TypeElement owner) {
      super(true);
      this.owner = owner;
    }

    @Override
    public Boolean visitDeclared(DeclaredType type, Void unused) {
      return canNameClass(type.asElement(), owner)
          && canName(type.getTypeArguments(), owner)
          && canName(type.getEnclosingType(), owner);
    }

    @Override
    public Boolean visitArray(ArrayType type, Void unused) {
      return canName(type.getComponentType(), owner);
    }

    @Override
    public Boolean visitWildcard(WildcardType type, Void unused) {
      return canName(type.getExtendsBound(), owner) && canName(type.getSuperBound(), owner);
    }
  }
}
