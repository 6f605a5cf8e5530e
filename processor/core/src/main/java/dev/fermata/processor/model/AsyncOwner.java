package dev.fermata.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A class with {@code @Async} methods, for which a subclass is generated.
 *
 * @param type the class as the user declared it
 * @param generatedName the subclass: {@code AsyncCrawler}, of a nested class {@code
 *     AsyncOuter_Inner}
 * @param methods its valid {@code @Async} methods in the order of their declaration
 */
public record AsyncOwner(TypeElement type, ClassName generatedName, List<AsyncMethod> methods) {
  public AsyncOwner {
    methods = List.copyOf(methods);
  }

  /** The method of this element, if it is one of them. */
  public Optional<AsyncMethod> method(ExecutableElement element) {
    return methods.stream().filter(method -> method.element().equals(element)).findFirst();
  }

  /** The name of the class to generate for {@code type}, whether or not it can be generated. */
  public static ClassName generatedNameOf(TypeElement type) {
    ClassName name = ClassName.get(type);
    return ClassName.get(name.packageName(), "Async" + String.join("_", name.simpleNames()));
  }
}
