package dev.fermata.processor;

import dev.fermata.processor.analysis.Problem;
import java.util.List;
import java.util.function.Predicate;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** What can still be expected of the other processors of this compilation. */
final class OtherProcessors {
  /** Annotations that are no order to a processor that writes classes. */
  private static final List<String> IDLE_ANNOTATIONS =
      List.of("java.", "dev.fermata.", "org.jspecify.", "org.junit.");

  /** javac's names for errors that a new class, or a new member of one, may mend. */
  private static final List<String> MENDABLE =
      List.of("compiler.err.cant.resolve", "compiler.err.doesnt.exist", "compiler.err.cant.apply");

  private int rounds;
  private boolean isQuiet;
  private boolean mayExist;

  /**
   * Takes note of a round.
   *
   * @param isEmpty tells the classes that stand for nothing
   */
  void observe(RoundEnvironment round, Predicate<TypeElement> isEmpty) {
    rounds++;
    boolean hasNews =
        round.getRootElements().stream()
            .anyMatch(root -> !(root instanceof TypeElement type && isEmpty.test(type)));
    isQuiet = rounds > 1 && !hasNews;
    mayExist = mayExist || round.getRootElements().stream().anyMatch(this::hasOrders);
  }

  /**
   * Whether the round before brought nothing that anyone could react to. Then nothing more comes:
   * those who waited for something have waited in vain.
   */
  boolean areQuiet() {
    return isQuiet;
  }

  /** Whether one of them may take away one of these errors. */
  boolean mayMend(List<Problem> problems) {
    return mayExist && !isQuiet && problems.stream().anyMatch(OtherProcessors::isMendable);
  }

  private static boolean isMendable(Problem problem) {
    return problem.kind() == Problem.Kind.ERROR
        && MENDABLE.stream().anyMatch(problem.code()::startsWith);
  }

  private boolean hasOrders(Element element) {
    return element.getAnnotationMirrors().stream()
            .map(mirror -> (TypeElement) mirror.getAnnotationType().asElement())
            .anyMatch(OtherProcessors::isOrder)
        || element.getEnclosedElements().stream().anyMatch(this::hasOrders)
        || (element instanceof ExecutableElement method
            && method.getParameters().stream().anyMatch(this::hasOrders));
  }

  private static boolean isOrder(TypeElement annotation) {
    String name = annotation.getQualifiedName().toString();
    return IDLE_ANNOTATIONS.stream().noneMatch(name::startsWith);
  }
}
