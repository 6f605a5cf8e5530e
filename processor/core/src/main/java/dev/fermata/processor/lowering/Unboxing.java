package dev.fermata.processor.lowering;

import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The types that Java calculates with (JLS 5.1.8). */
public final class Unboxing {
  private Unboxing() {}

  /** The type that {@code type} is unboxed to, or the type itself. */
  public static TypeMirror of(Types types, TypeMirror type) {
    try {
      return types.unboxedType(type);
    } catch (IllegalArgumentException notBoxed) {
      return type;
    }
  }
}
