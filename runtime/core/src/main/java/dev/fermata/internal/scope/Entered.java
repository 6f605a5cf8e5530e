package dev.fermata.internal.scope;

import dev.fermata.AsyncContext;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import org.jspecify.annotations.Nullable;

/**
 * A generator that has emitted once. Follows {@code asynccontextmanager} of Python.
 *
 * @param <T> the type of the value
 */
public final class Entered<T> implements AsyncContext<T> {
  private final AsyncGenerator<T> generator;
  private final T value;

  private Entered(AsyncGenerator<T> generator, T value) {
    this.generator = generator;
    this.value = value;
  }

  /** Runs a generator to its {@code emit}. */
  public static <T> Coroutine<AsyncContext<T>> enter(AsyncGenerator<T> generator) {
    return new Enter<>(generator);
  }

  @Override
  public T value() {
    return value;
  }

  @Override
  public Coroutine<Void> exit(@Nullable Throwable failureOrNull) {
    return new Exit(generator, failureOrNull);
  }

  private static final class Enter<T> extends CoroutineMachine<AsyncContext<T>> {
    private static final Body BODY = Body.of(AsyncContext.class, "enter", "AsyncContext.java");

    private final AsyncGenerator<T> generator;

    Enter(AsyncGenerator<T> generator) {
      this.generator = generator;
    }

    @Override
    protected @Nullable Object step(
        Execution execution, @Nullable Object awaited, @Nullable Throwable failure)
        throws Throwable {
      if (failure != null) {
        throw failure;
      }
      Object moved = awaited;
      if (state == 0) {
        state = 1;
        moved = execution.await(generator.moveNext(), this);
        if (moved == SUSPENDED) {
          return moved;
        }
      }
      if (!Boolean.TRUE.equals(moved)) {
        throw new IllegalStateException(generator + " did not emit");
      }
      return new Entered<>(generator, generator.current());
    }

    @Override
    protected Body body() {
      return BODY;
    }
  }

  private static final class Exit extends CoroutineMachine<Void> {
    private static final Body BODY = Body.implied(AsyncContext.class, "exit", "AsyncContext.java");
    private static final int ENDING = 1;
    private static final int CLOSING = 2;

    private final AsyncGenerator<?> generator;
    private final @Nullable Throwable ofBody;

    Exit(AsyncGenerator<?> generator, @Nullable Throwable ofBody) {
      this.generator = generator;
      this.ofBody = ofBody;
    }

    @Override
    protected @Nullable Object step(
        Execution execution, @Nullable Object awaited, @Nullable Throwable failure)
        throws Throwable {
      if (failure != null) {
        return failed(failure);
      }
      Object result = awaited;
      if (state == 0) {
        state = ENDING;
        try {
          result =
              ofBody == null
                  ? execution.await(generator.moveNext(), this)
                  : execution.await(generator.throwIn(ofBody), this);
        } catch (Throwable thrown) {
          return failed(thrown);
        }
        if (result == SUSPENDED) {
          return result;
        }
      }
      if (state == ENDING) {
        if (!Boolean.TRUE.equals(result)) {
          return null;
        }
        state = CLOSING;
        try {
          if (execution.await(generator.closeAsync(), this) == SUSPENDED) {
            return SUSPENDED;
          }
        } catch (Throwable thrown) {
          return failed(thrown);
        }
      }
      throw emittedAgain();
    }

    private IllegalStateException emittedAgain() {
      IllegalStateException again =
          new IllegalStateException(generator + " emitted more than once");
      if (ofBody != null) {
        again.addSuppressed(ofBody);
      }
      return again;
    }

    private @Nullable Object failed(Throwable failure) throws Throwable {
      if (state == CLOSING) {
        failure.addSuppressed(emittedAgain());
      } else if (failure == ofBody) {
        return null; // is thrown by who called this: it is to be thrown once
      }
      throw failure;
    }

    @Override
    protected Body body() {
      return BODY;
    }
  }
}
