package dev.fermata.processor.model;

import java.util.Locale;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/**
 * A method whose body is transformed.
 *
 * @param element the method as the user declared it
 * @param kind what it is
 * @param resultType what it computes or emits: the {@code T} of its return type; of a wildcard what
 *     it is at most known to be
 * @param overload 1 for the first method of that name in its class, 2 for the second, and so on;
 *     names that differ in case alone count as one, since generated class files do
 */
public record AsyncMethod(
    ExecutableElement element, BodyKind kind, TypeMirror resultType, int overload) {

  /** The method's name. */
  public String name() {
    return element.getSimpleName().toString();
  }

  /** Whether it is called without an instance. */
  public boolean isStatic() {
    return element.getModifiers().contains(Modifier.STATIC);
  }

  /**
   * The name of the frame class: {@code Fetch$Frame}, of the second overload {@code Fetch$2$Frame}.
   */
  public String frameName() {
    String stem = stem();
    return stem.substring(0, 1).toUpperCase(Locale.ROOT) + stem.substring(1) + "$Frame";
  }

  /** The name of the step method: {@code fetch$step}. */
  public String stepName() {
    return stem() + "$step";
  }

  /** The name of the constant that describes the body: {@code FETCH$BODY}. */
  public String bodyName() {
    return constant(stem()) + "$BODY";
  }

  /**
   * A name in the form of those of constants: {@code fetchAll} as {@code FETCH_ALL}. Names that
   * differ in more than case stay different.
   */
  public static String constant(String name) {
    return name.replace("_", "__")
        .replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", "_")
        .toUpperCase(Locale.ROOT);
  }

  /**
   * The method's name, made unique among the methods of its class; what generated names begin with.
   */
  public String stem() {
    return overload == 1 ? name() : name() + "$" + overload;
  }
}
