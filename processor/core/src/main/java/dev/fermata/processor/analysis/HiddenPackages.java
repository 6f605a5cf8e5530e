package dev.fermata.processor.analysis;

import dev.fermata.processor.environment.JavacEnvironment;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Finds the options that open to the private compiler what {@code --add-exports} opens to the outer
 * one: which packages of the platform those are, only an attempt without them tells.
 */
final class HiddenPackages {
  private static final Set<String> CODES =
      Set.of("compiler.err.package.not.visible", "compiler.err.not.def.access.package.cant.access");

  private final Elements elements;

  HiddenPackages(JavacEnvironment outer) {
    this.elements = outer.elements();
  }

  Set<String> optionsFor(List<Diagnostic<? extends JavaFileObject>> diagnostics)
      throws IOException {
    Set<String> options = new TreeSet<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
      JavaFileObject file = diagnostic.getSource();
      if (file != null && CODES.contains(diagnostic.getCode())) {
        CharSequence text = file.getCharContent(true);
        int start = (int) diagnostic.getStartPosition();
        int end = (int) diagnostic.getEndPosition();
        if (start >= 0 && end <= text.length() && start < end) {
          addOptionsFor(text.subSequence(start, end).toString(), options);
        }
      }
    }
    return options;
  }

  private void addOptionsFor(String packageName, Set<String> options) {
    for (PackageElement found : elements.getAllPackageElements(packageName)) {
      ModuleElement module = elements.getModuleOf(found);
      if (OuterPackages.isPlatform(module)) {
        options.add("--add-exports=" + module + "/" + packageName + "=ALL-UNNAMED");
      }
    }
  }
}
