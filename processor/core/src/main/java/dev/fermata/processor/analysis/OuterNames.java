package dev.fermata.processor.analysis;

import dev.fermata.processor.analysis.stubs.TypeNames;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ErrorType;
import javax.lang.model.util.Elements;

/**
 * Names of types of the outer compilation as they are mentioned by one of its packages. What it
 * could not resolve is taken to be a type that is generated in this round, if one has that name.
 */
record OuterNames(
    Elements elements, Set<String> generated, String packageName, Consumer<String> mentioned)
    implements TypeNames {

  /** Names of types that are all there. */
  static OuterNames of(Elements elements) {
    return new OuterNames(elements, Set.of(), "", name -> {});
  }

  @Override
  public String of(TypeElement type) {
    String name = elements.getBinaryName(type).toString();
    mentioned.accept(name);
    return name;
  }

  @Override
  public String of(ErrorType type) {
    String written = type.toString();
    int arguments = written.indexOf('<');
    String name = arguments < 0 ? written : written.substring(0, arguments);
    String inSamePackage = packageName.isEmpty() ? name : packageName + "." + name;
    if (generated.contains(inSamePackage)) {
      return inSamePackage;
    }
    return generated.stream()
        .filter(candidate -> candidate.equals(name) || candidate.endsWith("." + name))
        .min(String::compareTo)
        .orElse(name.contains(".") ? name : inSamePackage);
  }
}
