package dev.fermata.processor.discovery;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.ErrorType;

/**
 * The classes that the processor is going to write. Declarations may name them before they are
 * there; to javac such a name is a type that is missing.
 *
 * @param names their qualified names; they are all top-level
 */
public record PromisedTypes(Set<String> names) {
  /** None: what is missing is missing. */
  public static final PromisedTypes NONE = new PromisedTypes(Set.of());

  public PromisedTypes {
    names = Set.copyOf(names);
  }

  /**
   * The qualified name of the class that a missing type is. A simple name is one of the same
   * package if there is one, and otherwise one that is imported.
   *
   * @param packageName the package that mentions it
   */
  public Optional<String> named(ErrorType missing, String packageName) {
    String name = nameOf(missing);
    String inSamePackage = packageName.isEmpty() ? name : packageName + "." + name;
    return names.contains(inSamePackage)
        ? Optional.of(inSamePackage)
        : names.stream()
            .filter(promised -> promised.equals(name) || promised.endsWith("." + name))
            .min(String::compareTo);
  }

  /** The name of a missing type as it is written, without type arguments. */
  public static String nameOf(ErrorType missing) {
    String written = missing.toString();
    int arguments = written.indexOf('<');
    return arguments < 0 ? written : written.substring(0, arguments);
  }
}
