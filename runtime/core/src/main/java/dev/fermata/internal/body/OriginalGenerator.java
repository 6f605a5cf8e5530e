package dev.fermata.internal.body;

import dev.fermata.machine.Bodies.Original;
import dev.fermata.machine.Body;
import dev.fermata.machine.Execution;
import dev.fermata.machine.GeneratorMachine;
import org.jspecify.annotations.Nullable;

/**
 * A generator that runs an original body.
 *
 * @param <T> the type of the elements
 */
public final class OriginalGenerator<T> extends GeneratorMachine<T> {
  private static final Body BODY = Body.of(OriginalGenerator.class, "body", null);

  private final Original<?> original;
  private @Nullable BodyThread thread;

  /** Makes one of a body that emits. */
  public OriginalGenerator(Original<?> original) {
    this.original = original;
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    BodyThread body = thread;
    if (body == null) {
      body = new BodyThread(original, true);
      thread = body;
    }
    Object value = awaited;
    Throwable thrown = failure;
    while (true) {
      Request request = body.resume(value, thrown);
      if (request instanceof Request.Returned) {
        thread = null;
        return null;
      }
      if (request instanceof Request.Threw threw) {
        thread = null;
        throw threw.failure();
      }
      value = null;
      thrown = null;
      try {
        value =
            request instanceof Request.Emit emitted
                ? emitUnchecked(emitted.value())
                : Requests.perform(request, execution, this);
      } catch (Throwable failed) {
        thrown = failed;
      }
      if (value == SUSPENDED || value == EMITTED) {
        return value;
      }
    }
  }

  @SuppressWarnings("unchecked") // the compiler has checked the type at the call of emit
  private Object emitUnchecked(@Nullable Object value) {
    return emit((T) value);
  }

  @Override
  protected StackTraceElement place() {
    BodyThread body = thread;
    return body == null ? super.place() : body.place(super.place());
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
