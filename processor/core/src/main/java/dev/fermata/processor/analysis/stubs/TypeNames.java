package dev.fermata.processor.analysis.stubs;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ErrorType;

/** Binary names of types, also of those that the outer compilation could not resolve. */
public interface TypeNames {
  /** The binary name of a type that is there, {@code java.util.Map$Entry}. */
  String of(TypeElement type);

  /** The best guess at the binary name of a type that is not there, or not yet. */
  String of(ErrorType type);
}
