package dev.fermata.processor;

import dev.fermata.processor.analysis.Problem;
import java.util.List;
import javax.annotation.processing.RoundEnvironment;

/** What can still be expected of the other processors of this compilation. */
final class OtherProcessors {
  /** javac's names for errors that a new class, or a new member of one, may mend. */
  private static final List<String> MENDABLE =
      List.of("compiler.err.cant.resolve", "compiler.err.doesnt.exist", "compiler.err.cant.apply");

  private int rounds;
  private boolean isQuiet;

  /** Takes note of a round. */
  void observe(RoundEnvironment round) {
    rounds++;
    isQuiet = rounds > 1 && round.getRootElements().isEmpty();
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
    return !isQuiet && problems.stream().anyMatch(OtherProcessors::isMendable);
  }

  private static boolean isMendable(Problem problem) {
    return problem.kind() == Problem.Kind.ERROR
        && MENDABLE.stream().anyMatch(problem.code()::startsWith);
  }
}
