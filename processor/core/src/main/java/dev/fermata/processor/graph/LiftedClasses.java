package dev.fermata.processor.graph;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The lifted classes of a method, which its body and its async blocks share. */
public final class LiftedClasses {
  private final Map<TypeElement, LiftedClass> byType = new LinkedHashMap<>();
  private final Set<String> scopeNames = new HashSet<>();

  /** What a class of the body has become, or null where it is declared where the user did. */
  public @Nullable LiftedClass of(@Nullable Element type) {
    return type instanceof TypeElement ? byType.get(type) : null;
  }

  void add(LiftedClass lifted) {
    byType.put(lifted.type(), lifted);
  }

  /** Keeps a name for another class. */
  public void reserve(String name) {
    scopeNames.add(name);
  }

  /** A name for a scope that no other scope of the method has. */
  String scopeName(String wanted) {
    String name = wanted;
    for (int i = 2; !scopeNames.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }
}
