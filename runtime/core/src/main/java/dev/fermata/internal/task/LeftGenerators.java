package dev.fermata.internal.task;

import dev.fermata.Context;
import dev.fermata.ExceptionContext;
import dev.fermata.machine.OpenGenerator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Closes the generators that the program has begun and left: those that it has lost, as soon as the
 * collector has found that, and the others at shutdown.
 */
final class LeftGenerators {
  /** What is said of one whose closing fails. */
  static final String FAILED = "an async generator failed while it was closed";

  private LeftGenerators() {}

  /** Starts a task for each generator that was lost since the last call. */
  static void closeLost(Loop loop) {
    for (OpenGenerator generator : loop.execution().takeLost()) {
      blame(loop, generator, "an async generator was dropped and not closed");
      LoopTask<Void> closing = loop.startHere(generator.close(), Context.empty(), null);
      String source = generator.toString();
      closing.addWaiter(
          () -> {
            Throwable failure = closing.isCancelled() ? null : closing.exception();
            if (failure != null) {
              loop.report(new ExceptionContext(FAILED, failure, source));
            }
          });
    }
  }

  /** Starts a task for each of the generators, and returns them with what they close. */
  static Map<LoopTask<?>, Object> close(List<OpenGenerator> left, Loop loop) {
    Map<LoopTask<?>, Object> closing = new LinkedHashMap<>();
    for (OpenGenerator generator : left) {
      blame(loop, generator, "an async generator was not closed before the loop was shut down");
      closing.put(loop.startHere(generator.close(), Context.current(), null), generator.toString());
    }
    return closing;
  }

  /** In debug mode, says where the generator was begun. */
  private static void blame(Loop loop, OpenGenerator generator, String message) {
    Throwable beginning = generator.takeBeginning();
    if (beginning != null) {
      loop.report(new ExceptionContext(message, beginning, generator.toString()));
    }
  }
}
