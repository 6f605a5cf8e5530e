package dev.fermata.internal.body;

import dev.fermata.Awaitable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a body wants of the loop when it hands the baton back. */
sealed interface Request {
  /** It awaits; null is passed on, to fail as await(null) does. */
  record Await(@Nullable Awaitable<?> awaitable) implements Request {}

  /** It awaits a stage. */
  record AwaitStage(@Nullable CompletionStage<?> stage) implements Request {}

  /** It emits. */
  record Emit(@Nullable Object value) implements Request {}

  /** It has returned; its thread has ended. */
  record Returned(@Nullable Object value) implements Request {}

  /** It has failed; its thread has ended. */
  record Threw(Throwable failure) implements Request {}
}
