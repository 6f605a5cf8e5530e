package dev.fermata.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import dev.fermata.processor.model.AsyncMethod;
import dev.fermata.processor.model.AsyncOwner;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;

/**
 * The warnings that generated code asks not to have. It repeats what the user wrote, and the user
 * has been warned there; and its own shapes (casts, fall-through) are deliberate. javac ignores
 * {@code "all"}, other tools do not, so both are listed. javac ignores names that it does not know.
 */
final class Lints {
  private static final List<String> JAVAC =
      List.of(
          "all",
          "auxiliaryclass",
          "cast",
          "dep-ann",
          "deprecation",
          "divzero",
          "empty",
          "exports",
          "fallthrough",
          "finally",
          "identity",
          "lossy-conversions",
          "missing-explicit-ctor",
          "overloads",
          "overrides",
          "preview",
          "rawtypes",
          "removal",
          "restricted",
          "serial",
          "static",
          "strictfp",
          "synchronization",
          "this-escape",
          "try",
          "unchecked",
          "varargs");

  private Lints() {}

  /**
   * The annotation of the generated class: javac's names, and those that the user's own code has.
   */
  static AnnotationSpec of(AsyncOwner owner) {
    Set<String> names = new LinkedHashSet<>(JAVAC);
    for (Element at = owner.type(); at != null; at = at.getEnclosingElement()) {
      addFrom(at, names);
    }
    for (AsyncMethod method : owner.methods()) {
      addFrom(method.element(), names);
    }
    CodeBlock list =
        names.stream().map(name -> CodeBlock.of("$S", name)).collect(CodeBlock.joining(",$W"));
    return AnnotationSpec.builder(SuppressWarnings.class)
        .addMember("value", CodeBlock.of("{$L}", list))
        .build();
  }

  private static void addFrom(Element element, Set<String> names) {
    SuppressWarnings annotation = element.getAnnotation(SuppressWarnings.class);
    if (annotation != null) {
      names.addAll(Arrays.asList(annotation.value()));
    }
  }
}
