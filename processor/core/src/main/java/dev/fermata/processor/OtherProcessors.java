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
  private int quietRounds;

  /** Takes note of a round. */
  void observe(RoundEnvironment round) {
    rounds++;
    quietRounds = rounds > 1 && round.getRootElements().isEmpty() ? quietRounds + 1 : 0;
  }

  /**
   * How many rounds in a row have brought nothing that anyone could react to. After one, nothing
   * more comes but what is done without it: those who waited for a class have waited in vain.
   */
  int quietRounds() {
    return quietRounds;
  }

  /** Whether one of them may take away one of these errors. */
  boolean mayMend(List<Problem> problems) {
    return quietRounds == 0 && problems.stream().anyMatch(OtherProcessors::isMendable);
  }

  private static boolean isMendable(Problem problem) {
    return problem.kind() == Problem.Kind.ERROR
        && MENDABLE.stream().anyMatch(problem.code()::startsWith);
  }
}
