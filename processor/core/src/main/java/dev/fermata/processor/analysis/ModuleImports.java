package dev.fermata.processor.analysis;

import com.sun.source.tree.ImportTree;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.ModuleElement.RequiresDirective;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Imports the packages of a module instead of the module, {@code import module m;}, unless it is
 * one of the platform: in the private compilation there is no other module.
 */
final class ModuleImports {
  private static final Pattern MODULE_IMPORT =
      Pattern.compile("import\\s+module\\s+(\\p{javaJavaIdentifierStart}[^\\s;]*)\\s*;");

  private final @Nullable ModuleElement from;

  private ModuleImports(@Nullable ModuleElement from) {
    this.from = from;
  }

  static void rewrite(UnitText unit, Elements elements, @Nullable ModuleElement from, Edits edits) {
    for (ImportTree tree : unit.tree().getImports()) {
      String text = unit.slice(tree);
      Matcher matcher = MODULE_IMPORT.matcher(text);
      if (matcher.matches()) {
        ModuleElement module = elements.getModuleElement(matcher.group(1));
        if (module != null && !OuterPackages.isPlatform(module)) {
          String packages = new ModuleImports(from).packagesOf(module);
          edits.replace(unit.start(tree), text.length(), packages);
        }
      }
    }
  }

  private String packagesOf(ModuleElement module) {
    Set<String> packages = new TreeSet<>();
    Set<ModuleElement> modules = new LinkedHashSet<>();
    addTransitively(module, modules);
    for (ModuleElement exporting : modules) {
      for (ExportsDirective exports : ElementFilter.exportsIn(exporting.getDirectives())) {
        if (isExportedToUnit(exports)) {
          packages.add(exports.getPackage().getQualifiedName().toString());
        }
      }
    }
    return packages.stream().map(name -> "import " + name + ".*;").collect(Collectors.joining(" "));
  }

  private static void addTransitively(ModuleElement module, Set<ModuleElement> modules) {
    if (modules.add(module)) {
      for (RequiresDirective requires : ElementFilter.requiresIn(module.getDirectives())) {
        if (requires.isTransitive()) {
          addTransitively(requires.getDependency(), modules);
        }
      }
    }
  }

  private boolean isExportedToUnit(ExportsDirective exports) {
    return exports.getTargetModules() == null
        || exports.getTargetModules().stream().anyMatch(target -> target.equals(from));
  }
}
