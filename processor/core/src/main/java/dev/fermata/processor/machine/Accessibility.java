package dev.fermata.processor.machine;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.lowering.HiddenTypes;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.model.AsyncOwner;
import dev.fermata.processor.model.RuntimeNames;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import org.jspecify.annotations.Nullable;

/**
 * What a member is at a place of a body: one that the generated subclass can name, or one that only
 * the user's class can.
 *
 * <p>The latter are private members, those of hidden classes or with hidden types in their
 * declaration, {@code super} past the user's class, and members that are protected in another
 * package (JLS 6.6.2), where the subclass is not what permits the access.
 */
final class Accessibility {
  private final TypeElement owner;

  Accessibility(TypeElement owner) {
    this.owner = owner;
  }

  /** How to reach a member at a place; null where it can be named. */
  @Nullable Reach of(Typed typed, Tree place, Element member, @Nullable ExpressionTree receiver) {
    if (!(member.getEnclosingElement() instanceof TypeElement declaring)
        || HiddenTypes.isLocal(declaring)) {
      return null;
    }
    boolean saysHidden =
        typed.hidden().mentions(member)
            && !Receivers.isSuper(receiver)
            && !(isStaticAsync(member) && isGenerated(typed, receiver));
    if (member.getModifiers().contains(Modifier.PRIVATE) || saysHidden) {
      return Reach.ofPrivate(member, declaring);
    }
    TypeElement parent = Receivers.superOf(typed, place, receiver, owner);
    if (parent != null && (parent.getKind().isInterface() || isReplaced(typed, member))) {
      return ofSuper(typed, member, declaring, parent);
    }
    boolean elsewhere =
        member.getModifiers().contains(Modifier.PROTECTED)
            && member.getKind() != ElementKind.CONSTRUCTOR
            && isOtherPackage(typed, declaring);
    return elsewhere ? ofProtected(typed, place, member, declaring, receiver) : null;
  }

  /** A static method and a field that can be named are qualified with the superclass instead. */
  private @Nullable Reach ofSuper(
      Typed typed, Element member, TypeElement declaring, TypeElement parent) {
    boolean method = member.getKind() == ElementKind.METHOD;
    boolean isStatic = member.getModifiers().contains(Modifier.STATIC);
    if (method && !isStatic) {
      boolean named = !typed.hidden().mentions(parent.asType());
      return new Reach(member, owner, named ? parent : declaring, true);
    }
    return !isStatic
            && member.getModifiers().contains(Modifier.PROTECTED)
            && isOtherPackage(typed, declaring)
        ? new Reach(member, owner, declaring, false)
        : null;
  }

  /** Whether the user's class has a method or a field in the place of an inherited one. */
  boolean isReplaced(Typed typed, Element member) {
    return member instanceof ExecutableElement method
        ? isOverridden(typed, method)
        : isHidden(member);
  }

  private boolean isOverridden(Typed typed, ExecutableElement method) {
    DeclaredType type = (DeclaredType) owner.asType();
    for (Element member : owner.getEnclosedElements()) {
      if (member instanceof ExecutableElement own
          && own.getSimpleName().equals(method.getSimpleName())
          && typed
              .types()
              .isSubsignature(
                  (ExecutableType) own.asType(),
                  (ExecutableType) typed.types().asMemberOf(type, method))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a member is one of the generated class: by itself, or with that before it. */
  private boolean isGenerated(Typed typed, @Nullable ExpressionTree receiver) {
    String generated = AsyncOwner.generatedNameOf(owner).simpleName();
    return receiver == null
        || (typed.element(receiver) instanceof TypeElement type
            && type.getSimpleName().contentEquals(generated));
  }

  /** For a static async method the generated class has one that takes its place. */
  boolean isStaticAsync(Element member) {
    return member.getModifiers().contains(Modifier.STATIC)
        && owner.equals(member.getEnclosingElement())
        && member.getAnnotationMirrors().stream()
            .map(annotation -> (TypeElement) annotation.getAnnotationType().asElement())
            .anyMatch(
                type -> type.getQualifiedName().contentEquals(RuntimeNames.ASYNC.canonicalName()));
  }

  private boolean isHidden(Element field) {
    return owner.getEnclosedElements().stream()
        .anyMatch(m -> m.getKind().isField() && m.getSimpleName().equals(field.getSimpleName()));
  }

  private boolean isOtherPackage(Typed typed, TypeElement declaring) {
    return !typed.elements().getPackageOf(declaring).equals(typed.elements().getPackageOf(owner));
  }

  /** The class around the place that permits the access is the innermost that may. */
  private @Nullable Reach ofProtected(
      Typed typed,
      Tree place,
      Element member,
      TypeElement declaring,
      @Nullable ExpressionTree receiver) {
    boolean isStatic = member.getModifiers().contains(Modifier.STATIC);
    ExpressionTree other = isStatic || Receivers.isWord(receiver) ? null : receiver;
    if (other != null && typed.type(other) instanceof ArrayType) {
      return null;
    }
    for (Element at = typed.enclosingClass(place); at != null; at = at.getEnclosingElement()) {
      if (at instanceof TypeElement type
          && isSubclass(typed, type, declaring)
          && (other == null || isOf(typed, other, type))) {
        return HiddenTypes.isLocal(type) || (type.equals(owner) && other == null)
            ? null
            : new Reach(member, type, declaring, false);
      }
    }
    return null;
  }

  private static boolean isOf(Typed typed, ExpressionTree receiver, TypeElement type) {
    return typed
        .types()
        .isSubtype(
            typed.types().erasure(typed.type(receiver)), typed.types().erasure(type.asType()));
  }

  static boolean isSubclass(Typed typed, TypeElement type, TypeElement of) {
    return typed
        .types()
        .isSubtype(typed.types().erasure(type.asType()), typed.types().erasure(of.asType()));
  }
}
