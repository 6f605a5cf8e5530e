package dev.fermata.processor.analysis;

import dev.fermata.processor.analysis.stubs.TypeNames;
import dev.fermata.processor.discovery.PromisedTypes;
import java.util.function.Consumer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ErrorType;
import javax.lang.model.util.Elements;

/**
 * Names of types of the outer compilation as they are mentioned by one of its packages. What it
 * could not resolve is taken to be a type that is generated in this round, if one has that name.
 */
record OuterNames(
    Elements elements, PromisedTypes promised, String packageName, Consumer<String> mentioned)
    implements TypeNames {

  /** Names of types that are all there. */
  static OuterNames of(Elements elements) {
    return new OuterNames(elements, PromisedTypes.NONE, "", name -> {});
  }

  @Override
  public String of(TypeElement type) {
    String name = elements.getBinaryName(type).toString();
    mentioned.accept(name);
    return name;
  }

  @Override
  public String of(ErrorType type) {
    return promised.named(type, packageName).orElseGet(() -> inPackage(PromisedTypes.nameOf(type)));
  }

  private String inPackage(String name) {
    return packageName.isEmpty() || name.contains(".") ? name : packageName + "." + name;
  }
}
