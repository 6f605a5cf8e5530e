package dev.fermata.processor.lowering;

import dev.fermata.processor.graph.MentionedTypes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The classes that the user's class can name and its generated subclass cannot: private ones, and
 * those that a class around the user's inherits from another package, where they are protected.
 *
 * <p>A class that has one of these among its supertypes is taken for hidden as well, since its
 * values are used as values of that one.
 */
public final class HiddenTypes {
  private final Elements elements;
  private final Types types;
  private final TypeElement owner;
  private final Spellings spellings;
  private final boolean any;
  private final Map<Element, Boolean> known = new HashMap<>();
  private final Set<Element> asking = new HashSet<>();
  private boolean cut;

  /** Those of a user's class. */
  public HiddenTypes(Elements elements, Types types, TypeElement owner, Spellings spellings) {
    this.spellings = spellings;
    this.elements = elements;
    this.types = types;
    this.owner = owner;
    this.any = hasPrivate(outermost(owner)) || inheritsFromElsewhere();
  }

  /** Most classes have no hidden ones, so that nothing need be searched. */
  private static boolean hasPrivate(Element type) {
    return type.getEnclosedElements().stream()
        .filter(TypeElement.class::isInstance)
        .anyMatch(in -> in.getModifiers().contains(Modifier.PRIVATE) || hasPrivate(in));
  }

  private boolean inheritsFromElsewhere() {
    for (Element at = owner.getEnclosingElement();
        at instanceof TypeElement;
        at = at.getEnclosingElement()) {
      Element parent = superclass(at);
      while (parent != null && superclass(parent) != null) {
        if (!elements.getPackageOf(parent).equals(elements.getPackageOf(owner))) {
          return true;
        }
        parent = superclass(parent);
      }
    }
    return false;
  }

  private @Nullable Element superclass(Element type) {
    return types.asElement(((TypeElement) type).getSuperclass());
  }

  /** Whether there may be any. */
  public boolean hasAny() {
    return any;
  }

  /** Whether a class is hidden. */
  public boolean isHidden(@Nullable Element type) {
    if (!any
        || !(type instanceof TypeElement declared)
        || isLocal(declared)
        || surroundsOwner(declared)) {
      return false;
    }
    Boolean answer = known.get(type);
    return answer != null ? answer : find(declared);
  }

  private boolean find(TypeElement type) {
    if (!asking.add(type)) {
      cut = true; // a class may be mentioned among its own supertypes: Comparable<Self>
      return false;
    }
    boolean around = cut;
    cut = false;
    boolean answer = hasNoName(type) || extendsHidden(type);
    asking.remove(type);
    // Not hidden, as far as can be said while others are still being asked, is no answer yet.
    if (answer || !cut || asking.isEmpty()) {
      known.put(type, answer);
    }
    cut = around || (cut && !asking.isEmpty());
    return answer;
  }

  /** Whether a class is one that another package keeps to itself, and has no name here at all. */
  public boolean isElsewhere(TypeElement type) {
    return spellings.isElsewhere(type, owner) && spellings.qualifier(type).isEmpty();
  }

  /** The class through which a member class has to be named that has no other name here. */
  public Optional<TypeElement> qualifier(TypeElement type) {
    return spellings.isElsewhere(type, owner) ? spellings.qualifier(type) : Optional.empty();
  }

  /** The hidden classes that a type mentions, in their order. */
  public Set<TypeElement> in(TypeMirror type) {
    Set<TypeElement> found = new LinkedHashSet<>();
    for (Element mentioned : MentionedTypes.in(type)) {
      if (isHidden(mentioned)) {
        found.add((TypeElement) mentioned);
      }
    }
    return found;
  }

  /** Whether a type is hidden or has hidden parts. */
  public boolean mentions(TypeMirror type) {
    return !in(type).isEmpty();
  }

  /** Whether a member says hidden types in its declaration, or is one of a hidden class. */
  public boolean mentions(Element member) {
    if (isHidden(member.getEnclosingElement())) {
      return true;
    }
    if (!(member instanceof ExecutableElement method)) {
      return mentions(member.asType());
    }
    return mentions(method.getReturnType())
        || method.getParameters().stream().anyMatch(p -> mentions(p.asType()))
        || method.getTypeParameters().stream()
            .map(TypeParameterElement::getBounds)
            .anyMatch(bounds -> bounds.stream().anyMatch(this::mentions));
  }

  private boolean extendsHidden(TypeElement type) {
    return types.directSupertypes(type.asType()).stream().anyMatch(this::mentions);
  }

  /** Whether the generated class cannot say the name of a class. */
  public boolean hasNoName(TypeElement type) {
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (at.getModifiers().contains(Modifier.PRIVATE)
          ? outermost(at).equals(outermost(owner))
          : isProtectedElsewhere(at)) {
        return true;
      }
    }
    return false;
  }

  private boolean isProtectedElsewhere(Element type) {
    if (!type.getModifiers().contains(Modifier.PROTECTED)
        || !(type.getEnclosingElement() instanceof TypeElement outer)
        || elements.getPackageOf(type).equals(elements.getPackageOf(owner))
        || isSubclass(owner, outer)) {
      return false;
    }
    for (Element at = owner; at instanceof TypeElement around; at = at.getEnclosingElement()) {
      if (isSubclass(around, outer)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSubclass(TypeElement type, TypeElement of) {
    return types.isSubtype(types.erasure(type.asType()), types.erasure(of.asType()));
  }

  private boolean surroundsOwner(TypeElement type) {
    for (Element at = owner; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (at.equals(type)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a class is declared in a body, or inside one that is. To javac, one in a lambda that is
   * the value of a variable is a member of that variable.
   */
  public static boolean isLocal(TypeElement type) {
    Element around = type.getEnclosingElement();
    return !(around instanceof PackageElement)
        && (!(around instanceof TypeElement outer) || isLocal(outer) || isInBody(type));
  }

  private static boolean isInBody(TypeElement type) {
    return type.getNestingKind() == NestingKind.LOCAL
        || type.getNestingKind() == NestingKind.ANONYMOUS;
  }

  private static Element outermost(Element type) {
    return type.getEnclosingElement() instanceof TypeElement outer ? outermost(outer) : type;
  }
}
