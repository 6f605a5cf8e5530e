package dev.fermata.processor.discovery;

import com.palantir.javapoet.ClassName;
import com.sun.source.util.Trees;
import dev.fermata.processor.model.AsyncOwner;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** {@code AsyncOwner}: the name of the generated class is free. */
final class GeneratedNames {
  private final Elements elements;
  private final Trees trees;
  private final Map<ClassName, ClassName> owners = new HashMap<>();

  GeneratedNames(Elements elements, Trees trees) {
    this.elements = elements;
    this.trees = trees;
  }

  /** Takes the name for {@code type}, or says who has it. */
  Optional<String> claim(TypeElement type) {
    ClassName generated = AsyncOwner.generatedNameOf(type);
    ClassName owner = ClassName.get(type);
    ClassName first = owners.putIfAbsent(generated, owner);
    if (first != null && !first.equals(owner)) {
      return Optional.of(
          "would become %s, and so would %s; rename one of them"
              .formatted(generated.simpleName(), first.canonicalName()));
    }
    if (first == null && isInSources(type, generated)) {
      return Optional.of(
          "would become %s, which is among the sources already; rename one of them"
              .formatted(generated.simpleName()));
    }
    return Optional.empty();
  }

  /** A class file of that name is what an earlier compilation has left. */
  private boolean isInSources(TypeElement type, ClassName generated) {
    TypeElement existing =
        elements.getTypeElement(elements.getModuleOf(type), generated.canonicalName());
    return existing != null && trees.getPath(existing) != null;
  }
}
