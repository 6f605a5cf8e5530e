package dev.fermata.processor.lowering;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Looking up in the hierarchy of types. */
public final class Supertypes {
  private Supertypes() {}

  /**
   * {@code type} seen as the class {@code wanted}, with its arguments; null where it is not one.
   */
  public static @Nullable TypeMirror find(Types types, TypeMirror type, TypeElement wanted) {
    if (type instanceof DeclaredType declared && declared.asElement().equals(wanted)) {
      return type;
    }
    if (type.getKind().isPrimitive() || type.getKind() == TypeKind.NULL) {
      return null;
    }
    for (TypeMirror parent : types.directSupertypes(type)) {
      TypeMirror found = find(types, parent, wanted);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The upper bound of a wildcard or captured type, else the type itself. */
  public static TypeMirror upper(Types types, TypeMirror type, TypeMirror object) {
    if (type instanceof WildcardType wildcard) {
      TypeMirror bound = wildcard.getExtendsBound();
      return bound == null ? object : bound;
    }
    if (type instanceof TypeVariable variable && isCaptured(variable)) {
      return upper(types, variable.getUpperBound(), object);
    }
    return type;
  }

  /** Whether a type variable stands for a captured wildcard and has no name. */
  public static boolean isCaptured(TypeVariable variable) {
    return variable.asElement().getSimpleName().toString().startsWith("<")
        || variable.toString().startsWith("capture#")
        || variable.asElement().getSimpleName().isEmpty();
  }
}
