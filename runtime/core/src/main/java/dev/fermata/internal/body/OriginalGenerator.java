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
public final class OriginalGenerator<T> extends GeneratorMachine<T> implements OriginalBody {
  private final Body body;
  private final Original<?> original;
  private @Nullable BodyThread thread;

  /** Makes one of a body that emits. */
  public OriginalGenerator(Body body, Original<?> original) {
    this.body = body;
    this.original = original;
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    BodyThread running = thread;
    return running == null ? BodyThread.start(this, execution) : running.resume(awaited, failure);
  }

  @Override
  public Original<?> original() {
    return original;
  }

  @Override
  public Body description() {
    return body;
  }

  @Override
  public void runsIn(@Nullable BodyThread next) {
    thread = next;
  }

  @SuppressWarnings("unchecked") // the compiler has checked the type at the call of emit
  Object emitUnchecked(@Nullable Object value) {
    return emit((T) value);
  }

  @Override
  public @Nullable Object end(@Nullable Object returned, Execution execution) {
    return null;
  }

  @Override
  public void failed() {}

  @Override
  protected StackTraceElement place() {
    StackTraceElement start = body.at(0);
    BodyThread running = thread;
    return running == null ? start : running.place(this, start);
  }

  @Override
  protected boolean isInThread() {
    return true;
  }

  @Override
  protected Body body() {
    return body;
  }
}
