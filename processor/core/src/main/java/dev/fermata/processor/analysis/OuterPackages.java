package dev.fermata.processor.analysis;

import dev.fermata.processor.analysis.stubs.ClassFileStub;
import dev.fermata.processor.discovery.PromisedTypes;
import dev.fermata.processor.environment.JavacEnvironment;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ModuleElement;
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
  private final JavacEnvironment outer;
  private final ImplicitSources implicitSources;
  private final SourceStubs sourceStubs;
  private final PromisedTypes generated;
  private final NamesInUse namesInUse;
  private final Set<String> mentioned = new HashSet<>();
  private final Set<String> byNameOnly = new HashSet<>();
  private final Set<String> listed = new HashSet<>();

  /**
   * Packages of a compilation.
   *
   * @param generated the types that this round will generate
   * @param namesInUse the names of all the types that may be asked for
   */
  OuterPackages(
      JavacEnvironment outer,
      SourceStubs sourceStubs,
      PromisedTypes generated,
      NamesInUse namesInUse) {
    this.outer = outer;
    this.elements = outer.elements();
    this.implicitSources = new ImplicitSources(outer, namesInUse);
    this.sourceStubs = sourceStubs;
    this.generated = generated;
    this.namesInUse = namesInUse;
  }

  static boolean isPlatform(ModuleElement module) {
    return PLATFORM_MODULES.contains(module.getQualifiedName().toString());
  }

  List<PrivateFile> filesOf(String packageName) throws IOException {
    List<? extends TypeElement> types = typesOf(packageName).toList();
    OuterNames names = new OuterNames(elements, generated, packageName, mentioned::add);
    List<PrivateFile> files = new ArrayList<>();
    Set<TypeElement> inSource = sourceStubs.addTo(files, types);
    for (TypeElement type : types) {
      listed.add(names.of(type));
      if (!inSource.contains(type)) {
        add(type, names, files);
      }
    }
    return files;
  }

  private Stream<? extends TypeElement> typesOf(String packageName) {
    if (implicitSources.mayBeIn(packageName)) {
      byNameOnly.add(packageName);
      return typesByName(packageName);
    }
    return elements.getAllPackageElements(packageName).stream()
        .filter(found -> !isPlatform(elements.getModuleOf(found)))
        .flatMap(found -> ElementFilter.typesIn(found.getEnclosedElements()).stream());
  }

  private Stream<? extends TypeElement> typesByName(String packageName) {
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    Set<String> names = new TreeSet<>(outer.sourceTypes().in(packageName));
    namesInUse.typesOf(packageName).forEach(name -> names.add(prefix + name));
    return names.stream()
        .flatMap(name -> elements.getAllTypeElements(name).stream())
        .filter(type -> !isPlatform(elements.getModuleOf(type)));
  }

  private static void add(TypeElement type, OuterNames names, List<PrivateFile> files) {
    files.add(new PrivateFile.ClassFile(names.of(type), () -> ClassFileStub.of(type, names)));
    for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
      add(nested, names, files);
    }
  }

  /** The types that stubs have mentioned and that could not be found, for nobody knew of them. */
  Set<String> missed() {
    Set<String> missed = new TreeSet<>();
    for (String name : mentioned) {
      String packageName = name.substring(0, Math.max(name.lastIndexOf('.'), 0));
      int nested = name.indexOf('$', packageName.length() + 2);
      String topLevel = nested < 0 ? name : name.substring(0, nested);
      if (byNameOnly.contains(packageName) && !listed.contains(topLevel)) {
        missed.add(topLevel);
      }
    }
    return missed;
  }
}
