package dev.fermata.internal.body;

import dev.fermata.machine.Bodies.Original;
import dev.fermata.machine.Body;
import dev.fermata.machine.Execution;
import org.jspecify.annotations.Nullable;

/** A machine that has a body in a thread in place of states, as that thread sees it. */
sealed interface OriginalBody permits OriginalCoroutine, OriginalGenerator {
  /** Returns what to run. */
  Original<?> original();

  /** Says whose body it is. */
  Body description();

  /** Remembers the thread that runs it; null when it has ended. */
  void runsIn(@Nullable BodyThread thread);

  /**
   * In the thread of the body, which has returned: awaits what it has returned, if it is that.
   *
   * @return the result, or that it waits
   * @throws Throwable the failure of what is awaited
   */
  @Nullable Object end(@Nullable Object returned, Execution execution) throws Throwable;

  /** In the thread of the body: it has failed, or what it has returned has. */
  void failed();
}
