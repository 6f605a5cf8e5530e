package dev.fermata.processor.analysis;

import dev.fermata.processor.analysis.stubs.ClassFileStub;
import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The types of the outer compilation outside the platform, package by package, as class files. */
final class OuterPackages {
  private static final Set<String> PLATFORM_MODULES =
      ModuleFinder.ofSystem().findAll().stream()
          .map(module -> module.descriptor().name())
          .collect(Collectors.toUnmodifiableSet());

  private final Elements elements;
  private final Set<String> generated;

  OuterPackages(Elements elements, Set<String> generated) {
    this.elements = elements;
    this.generated = generated;
  }

  static boolean isPlatform(ModuleElement module) {
    return PLATFORM_MODULES.contains(module.getQualifiedName().toString());
  }

  List<PrivateFile> filesOf(String packageName) {
    Map<String, PrivateFile> files = new TreeMap<>();
    OuterNames names = new OuterNames(elements, generated, packageName);
    for (PackageElement found : elements.getAllPackageElements(packageName)) {
      if (!isPlatform(elements.getModuleOf(found))) {
        add(found, names, files);
      }
    }
    return new ArrayList<>(files.values());
  }

  private static void add(Element owner, OuterNames names, Map<String, PrivateFile> files) {
    for (TypeElement type : ElementFilter.typesIn(owner.getEnclosedElements())) {
      String name = names.of(type);
      files.putIfAbsent(name, new PrivateFile.ClassFile(name, () -> ClassFileStub.of(type, names)));
      add(type, names, files);
    }
  }
}
