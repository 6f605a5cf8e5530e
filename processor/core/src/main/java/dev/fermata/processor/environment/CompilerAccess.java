package dev.fermata.processor.environment;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;

/**
 * Whether the compiler that runs the processor can be asked what the processor needs to know: the
 * trees of the method bodies, which only javac has.
 */
public sealed interface CompilerAccess {

  /** The compiler is javac, and its own environment was reached. */
  record Supported(JavacEnvironment environment) implements CompilerAccess {}

  /**
   * The compiler is not javac, or a build tool hides it, or it is set to an older Java.
   *
   * @param advice what it is instead and which setting helps: a sentence for the user
   */
  record Unsupported(String advice) implements CompilerAccess {}

  /**
   * Looks behind whatever the build tool has wrapped around the environment of the compiler.
   *
   * @param given what {@code Processor.init} was given
   * @return access to javac, or the reason why there is none
   */
  static CompilerAccess of(ProcessingEnvironment given) {
    return Unwrapping.javacEnvironment(given)
        .map(CompilerAccess::ofJavac)
        .orElseGet(() -> new Unsupported(Advice.about(given)));
  }

  private static CompilerAccess ofJavac(JavacEnvironment javac) {
    SourceVersion version = javac.processing().getSourceVersion();
    return version.compareTo(SourceVersion.RELEASE_17) < 0
        ? new Unsupported(Advice.about(version))
        : new Supported(javac);
  }
}
