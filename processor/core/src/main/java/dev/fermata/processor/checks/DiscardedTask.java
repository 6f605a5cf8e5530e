package dev.fermata.processor.checks;

import dev.fermata.processor.diagnostics.Wording;
import dev.fermata.processor.model.RuntimeNames;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/**
 * Something that was started and that nobody can wait for or hear of again. Who starts it in a
 * {@code TaskGroup} or in {@code BackgroundTasks} leaves that to them; and a method of the user
 * that returns a task may keep it as well.
 */
final class DiscardedTask {
  private static final String COROUTINES = RuntimeNames.COROUTINES.canonicalName();

  /** The methods after which only the caller knows of the task, by their classes. */
  private static final Map<String, Set<String>> STARTING =
      Map.of(
          COROUTINES,
          Set.of("start", "startEagerly"),
          RuntimeNames.EVENT_LOOP.canonicalName(),
          Set.of("start"),
          RuntimeNames.LOOP_GROUP.canonicalName(),
          Set.of("start"));

  private static final Map<String, Set<String>> GATHERING =
      Map.of(COROUTINES, Set.of("gather", "gatherSettled", "shield"));

  private DiscardedTask() {}

  /** What is wrong with throwing this away. */
  static Optional<String> check(Discarded result) {
    if (isAny(result.method(), STARTING)) {
      return Optional.of(
          "the Task of %s is thrown away, so nobody waits for it or hears of its failure; start it in a TaskGroup or in BackgroundTasks, or keep it"
              .formatted(Wording.expression(result.call())));
    }
    return isAny(result.method(), GATHERING)
        ? Optional.of(
            "nobody waits for %1$s or hears of its failure; write await(%1$s), or keep it"
                .formatted(Wording.expression(result.call())))
        : Optional.empty();
  }

  private static boolean isAny(ExecutableElement method, Map<String, Set<String>> methods) {
    return methods
        .getOrDefault(Symbols.ownerOf(method), Set.of())
        .contains(method.getSimpleName().toString());
  }
}
