package dev.fermata.processor.environment;

import java.lang.reflect.Proxy;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;

/** What to tell the user of a compiler that does not do. */
final class Advice {
  /** By a part of the name of the environment's class. */
  private static final Map<String, String> BY_CLASS_NAME =
      Map.of(
          "org.eclipse.jdt",
          "the Eclipse compiler has no trees of method bodies; compile with javac"
              + " (Maven: leave out compilerId, Gradle and IntelliJ IDEA: choose javac)",
          "org.jetbrains",
          "IntelliJ IDEA hides javac from the processor; add -Djps.track.ap.dependencies=false to"
              + " the VM options of its build process",
          "org.gradle",
          "Gradle hides javac from the processor; set options.incremental = false on the task that"
              + " compiles");

  private Advice() {}

  /** About a version before the oldest one that generated code can be compiled for. */
  static String about(SourceVersion version) {
    return "this compilation is for Java %s, and generated code needs 17; set the compiler's release to"
            .formatted(version.name().replace("RELEASE_", ""))
        + " 17 or later (Maven: the property maven.compiler.release)";
  }

  static String about(ProcessingEnvironment environment) {
    Object holder =
        Proxy.isProxyClass(environment.getClass())
            ? Proxy.getInvocationHandler(environment)
            : environment;
    String name = holder.getClass().getName();
    return BY_CLASS_NAME.entrySet().stream()
        .filter(entry -> name.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(
            "the trees of method bodies cannot be reached through "
                + name
                + "; compile with javac, and without anything that wraps its annotation processing");
  }
}
