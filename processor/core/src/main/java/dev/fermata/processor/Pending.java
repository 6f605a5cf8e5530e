package dev.fermata.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  boolean isEmpty() {
    return modules.isEmpty();
  }

  void add(TypeElement owner) {
    modules.put(owner.getQualifiedName().toString(), elements.getModuleOf(owner));
  }

  void remove(TypeElement owner) {
    modules.remove(owner.getQualifiedName().toString());
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
