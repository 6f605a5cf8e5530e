package dev.fermata.machine;

import dev.fermata.Coroutines;
import org.jspecify.annotations.Nullable;

/**
 * The coroutine of {@link Coroutines#yieldNow()}. There is one for all, so that a yield allocates
 * nothing: it has no state, and unlike others it can be awaited any number of times.
 */
public final class YieldNow extends CoroutineMachine<Void> {
  /** The only one. */
  public static final YieldNow INSTANCE = new YieldNow();

  private static final Body BODY = Body.of(Coroutines.class, "yieldNow", "Coroutines.java");

  private YieldNow() {
    claim(); // looks used, so that the quick path of an await need not know about it
  }

  @Override
  protected Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) {
    throw illegalState();
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
