package dev.fermata.internal.scope;

import dev.fermata.Awaitable;
import dev.fermata.Cancellation;
import dev.fermata.Deferred;
import dev.fermata.internal.task.AbstractDeferred;
import dev.fermata.internal.task.Loop;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Starts several awaitables. */
final class Started {
  private Started() {}

  /**
   * Starts those that are coroutines. One that is there twice is started once; if one is refused,
   * none runs.
   *
   * @return what is to come of each, in their order
   */
  static Map<Awaitable<?>, AbstractDeferred<?>> all(
      Loop loop, Collection<? extends Awaitable<?>> all) {
    Map<Awaitable<?>, AbstractDeferred<?>> started = new LinkedHashMap<>();
    try {
      for (Awaitable<?> one : all) {
        if (!started.containsKey(one)) {
          started.put(one, loop.ensure(one));
        }
      }
    } catch (Throwable refusal) {
      Cancellation request = Cancellation.of("another one was refused", refusal);
      started.forEach(
          (one, deferred) -> {
            if (!(one instanceof Deferred)) {
              deferred.cancelWith(request);
            }
          });
      throw refusal;
    }
    return started;
  }
}
