package dev.fermata.internal.body;

import dev.fermata.machine.Execution;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/** Does for a body, on the thread of the loop, what it wants. */
final class Requests {
  private Requests() {}

  /**
   * Performs a request to await.
   *
   * @return the value, or {@link Machine#SUSPENDED}
   * @throws Throwable the failure of what is awaited
   */
  @SuppressWarnings("NullAway") // awaiting null fails, and is to do so in there
  static @Nullable Object perform(Request request, Execution execution, Machine machine)
      throws Throwable {
    if (request instanceof Request.Await await) {
      return execution.await(await.awaitable(), machine);
    }
    if (request instanceof Request.AwaitStage await) {
      return execution.await(await.stage(), machine);
    }
    throw new IllegalStateException("a body that is no generator emits");
  }
}
