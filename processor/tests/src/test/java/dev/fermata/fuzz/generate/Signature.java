package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.JavaType;
import java.util.List;

/**
 * An async method of the program; its first parameter, which is not listed, bounds the recursion.
 *
 * @param result type of the result, or of the elements of a generator
 * @param generic whether it has the type variable {@code T}
 */
record Signature(
    String name,
    Body.Kind kind,
    JavaType result,
    List<JavaType> parameters,
    boolean isStatic,
    boolean generic,
    boolean throwsChecked) {

  /** Whether a call of it can stand at that place. */
  boolean isCallableAt(Place place) {
    return place.mayAwait()
        && (isStatic || place.hasSelf())
        && (!throwsChecked || place.mayThrow());
  }

  /** Whether an await of a call gives that type. */
  boolean gives(JavaType type) {
    return result == JavaType.TYPE_VARIABLE ? !type.isPrimitive() || boxes(type) : result == type;
  }

  private static boolean boxes(JavaType type) {
    return type == JavaType.INT
        || type == JavaType.LONG
        || type == JavaType.BOOLEAN
        || type == JavaType.DOUBLE;
  }

  /** The return type in source. */
  String returnType() {
    return switch (kind) {
      case GENERATOR -> "AsyncGenerator<" + result.reference() + ">";
      case STAGE -> "CompletableFuture<" + result.reference() + ">";
      default -> "Coroutine<" + result.reference() + ">";
    };
  }
}
