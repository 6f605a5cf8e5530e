package dev.fermata.processor.analysis;

import com.sun.source.util.JavacTask;
import dev.fermata.processor.environment.JavacEnvironment;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A compiler of the same make as the outer one, set to the same language and platform. */
final class PrivateCompiler {
  private static final String INTERNAL_CLASS = "jdk.internal.misc.VM";

  private final JavacEnvironment outer;
  private final JavaCompiler compiler;

  PrivateCompiler(JavacEnvironment outer) {
    this.outer = outer;
    this.compiler = compilerOf(outer.processing());
  }

  /** The JDK's compiler is not what runs where a tool brings a javac of its own. */
  private static JavaCompiler compilerOf(ProcessingEnvironment environment) {
    JavaCompiler ofJdk = ToolProvider.getSystemJavaCompiler();
    ClassLoader running = environment.getClass().getClassLoader();
    if (ofJdk != null && ofJdk.getClass().getClassLoader() == running) {
      return ofJdk;
    }
    return ServiceLoader.load(JavaCompiler.class, running).findFirst().orElse(ofJdk);
  }

  StandardJavaFileManager platform() {
    return compiler.getStandardFileManager(diagnostic -> {}, Locale.ROOT, StandardCharsets.UTF_8);
  }

  JavacTask task(
      List<? extends JavaFileObject> units,
      JavaFileManager files,
      DiagnosticListener<JavaFileObject> diagnostics,
      Collection<String> moreOptions) {
    List<String> options = options();
    options.addAll(moreOptions);
    return (JavacTask)
        compiler.getTask(Writer.nullWriter(), files, diagnostics, options, null, units);
  }

  private List<String> options() {
    List<String> options =
        new ArrayList<>(
            List.of("-proc:none", "-implicit:none", "-Xlint:none", "-nowarn", "-Xmaxerrs", "1000"));
    options.add("--should-stop=ifError=FLOW");
    options.add(seesAllOfPlatform() ? "-source" : "--release");
    options.add(languageLevel());
    if (outer.processing().isPreviewEnabled()) {
      options.add("--enable-preview");
    }
    String modules = platformModules();
    options.add("--limit-modules=" + modules);
    options.add("--add-modules=" + modules);
    return options;
  }

  private String languageLevel() {
    return outer.processing().getSourceVersion().name().substring("RELEASE_".length());
  }

  /** Under {@code --release}, the outer compilation sees what the platform exports, and no more. */
  boolean seesAllOfPlatform() {
    ModuleElement base = outer.elements().getModuleElement("java.base");
    return base == null || outer.elements().getTypeElement(base, INTERNAL_CLASS) != null;
  }

  private String platformModules() {
    TreeSet<String> names = new TreeSet<>();
    names.add("java.base");
    for (ModuleElement module : outer.elements().getAllModuleElements()) {
      if (OuterPackages.isPlatform(module)) {
        names.add(module.getQualifiedName().toString());
      }
    }
    return String.join(",", names);
  }
}
