package dev.fermata.processor;

import com.palantir.javapoet.ClassName;
import dev.fermata.processor.discovery.PromisedTypes;
import dev.fermata.processor.model.AsyncOwner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The owners that have yet to get their generated class. They are kept by name: javac makes the
 * members of a class anew for each round.
 */
final class Pending {
  private final Elements elements;
  private final Map<String, @Nullable ModuleElement> modules = new LinkedHashMap<>();

  Pending(Elements elements) {
    this.elements = elements;
  }

  void add(TypeElement owner) {
    modules.put(owner.getQualifiedName().toString(), elements.getModuleOf(owner));
  }

  void remove(TypeElement owner) {
    modules.remove(owner.getQualifiedName().toString());
  }

  /** The classes that are to be generated for them. */
  PromisedTypes promised() {
    return new PromisedTypes(
        owners().stream()
            .map(AsyncOwner::generatedNameOf)
            .map(ClassName::canonicalName)
            .collect(Collectors.toSet()));
  }

  /** The owners as this round sees them, in the order in which they were added. */
  List<TypeElement> owners() {
    List<TypeElement> owners = new ArrayList<>();
    modules.forEach(
        (name, module) -> {
          TypeElement owner =
              module == null
                  ? elements.getTypeElement(name)
                  : elements.getTypeElement(module, name);
          if (owner != null) {
            owners.add(owner);
          }
        });
    return owners;
  }
}
