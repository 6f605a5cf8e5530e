package dev.fermata.processor.environment;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The top-level types that the compiler was told to compile, or that processors have generated, in
 * all rounds so far. Any other type in source is one that javac has come across, or has yet to.
 */
public final class SourceTypes {
  private final Elements elements;
  private final Map<String, Set<String>> byPackage = new HashMap<>();

  SourceTypes(Elements elements) {
    this.elements = elements;
  }

  /** Notes the types of a round; to be called in every round, before anything else is asked. */
  public void add(RoundEnvironment round) {
    for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
      String packageName = elements.getPackageOf(type).getQualifiedName().toString();
      byPackage
          .computeIfAbsent(packageName, name -> new TreeSet<>())
          .add(type.getQualifiedName().toString());
    }
  }

  /** The qualified names of those in a package. */
  public Set<String> in(String packageName) {
    return Collections.unmodifiableSet(byPackage.getOrDefault(packageName, Set.of()));
  }
}
