package dev.fermata.internal.scope;

import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncExitStack;
import dev.fermata.Coroutine;
import dev.fermata.internal.task.Done;
import dev.fermata.internal.task.Failures;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Resources that are left one after another. Follows {@code AsyncExitStack} of Python. */
public final class ExitStack implements AsyncExitStack {
  private Deque<AsyncCloseable> resources = new ArrayDeque<>();
  private boolean left;

  @Override
  public <R extends AutoCloseable> R add(R resource) {
    Objects.requireNonNull(resource);
    push(resource instanceof AsyncCloseable closeable ? closeable : () -> close(resource));
    return resource;
  }

  @Override
  public void onExit(AsyncCloseable cleanup) {
    push(Objects.requireNonNull(cleanup));
  }

  private void push(AsyncCloseable resource) {
    if (left) {
      throw new IllegalStateException("the exit stack was left");
    }
    resources.push(resource);
  }

  private static Coroutine<Void> close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception failure) {
      throw Failures.sneak(failure);
    }
    return new Done<>(null);
  }

  @Override
  public AsyncExitStack moveAll() {
    ExitStack moved = new ExitStack();
    moved.resources = resources;
    resources = new ArrayDeque<>();
    return moved;
  }

  @Override
  public Coroutine<Void> exit(@Nullable Throwable failureOrNull) {
    return new Unwinding(this, failureOrNull);
  }

  private @Nullable AsyncCloseable next() {
    AsyncCloseable resource = resources.poll();
    left = resource == null;
    return resource;
  }

  private static final class Unwinding extends CoroutineMachine<Void> {
    private static final Body BODY =
        Body.implied(AsyncExitStack.class, "exit", "AsyncExitStack.java");

    private final ExitStack stack;
    private @Nullable Throwable ofBody;

    Unwinding(ExitStack stack, @Nullable Throwable ofBody) {
      this.stack = stack;
      this.ofBody = ofBody;
    }

    @Override
    protected @Nullable Object step(
        Execution execution, @Nullable Object awaited, @Nullable Throwable failure)
        throws Throwable {
      // What a resource that is left makes of the failure so far is its own outcome.
      Throwable thrown = state == 0 ? ofBody : failure;
      state = 1;
      ofBody = null;
      AsyncCloseable resource;
      while ((resource = stack.next()) != null) {
        try {
          if (execution.await(new ResourceExit(resource, thrown), this) == SUSPENDED) {
            return SUSPENDED;
          }
          thrown = null;
        } catch (Throwable ofResource) {
          thrown = ofResource;
        }
      }
      if (thrown != null) {
        throw thrown;
      }
      return null;
    }

    @Override
    protected Body body() {
      return BODY;
    }
  }
}
