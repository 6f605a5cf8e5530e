package dev.fermata.internal.scope;

import dev.fermata.Deferred;
import dev.fermata.ReturnWhen;
import dev.fermata.Tasks;
import dev.fermata.Tasks.Waited;
import dev.fermata.TimerHandle;
import dev.fermata.internal.loop.Ready;
import dev.fermata.internal.task.AbstractDeferred;
import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.Obstacle;
import dev.fermata.internal.task.TaskExecution;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Waits for some of several deferreds. Follows {@code wait} of asyncio.
 *
 * @param <D> the type of the deferreds
 */
public final class WaitForMany<D extends Deferred<?>> extends CoroutineMachine<Waited<D>> {
  private static final Body BODY = Body.of(Tasks.class, "wait", "Tasks.java");

  private final Set<D> all;
  private final ReturnWhen until;
  private final @Nullable Duration limit;
  private final List<OneDone<D>> waiters = new ArrayList<>();
  private @Nullable Release released;
  private @Nullable TimerHandle timer;
  private int pending;

  /** Makes one; without a limit if that is null. */
  public WaitForMany(Collection<? extends D> all, ReturnWhen until, @Nullable Duration limit) {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to wait for");
    }
    this.all = new LinkedHashSet<>(all);
    this.until = until;
    this.limit = limit;
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    if (state == 0) {
      state = 1;
      return begin(execution);
    }
    Set<D> done = new LinkedHashSet<>();
    Set<D> left = new LinkedHashSet<>();
    for (OneDone<D> waiter : waiters) {
      (waiter.local.isDone() ? done : left).add(waiter.one);
    }
    end();
    if (failure != null) {
      throw failure;
    }
    return new Waited<>(done, left);
  }

  private @Nullable Object begin(Execution execution) throws Throwable {
    Loop loop = ((TaskExecution) execution).loop();
    Release release =
        new Release(loop, this::obstacle, until == ReturnWhen.ALL_COMPLETED && limit == null);
    released = release;
    pending = all.size();
    if (limit != null) {
      timer = loop.callLater(limit, this::release);
    }
    for (D one : all) {
      AbstractDeferred<?> local = loop.localise((AbstractDeferred<?>) one);
      OneDone<D> waiter = new OneDone<>(this, one, local);
      waiters.add(waiter);
      local.addWaiter(waiter);
    }
    return execution.await(release, this);
  }

  private void oneDone(AbstractDeferred<?> one) {
    pending--;
    if (pending == 0
        || until == ReturnWhen.FIRST_COMPLETED
        || (until == ReturnWhen.FIRST_EXCEPTION && !one.isCancelled() && one.failure() != null)) {
      release();
    }
  }

  private void release() {
    if (released != null) {
      released.release();
    }
  }

  private Obstacle obstacle() {
    return Obstacle.ofAll("some of " + all.size(), waiters.stream().map(OneDone::local));
  }

  private void end() {
    released = null;
    if (timer != null) {
      timer.cancel();
    }
    for (OneDone<D> waiter : waiters) {
      waiter.local.removeWaiter(waiter);
    }
    waiters.clear();
  }

  @Override
  protected Body body() {
    return BODY;
  }

  /** Waits for one of them, or for what stands for it if it belongs to another loop. */
  private record OneDone<D extends Deferred<?>>(
      WaitForMany<D> waiting, D one, AbstractDeferred<?> local) implements Ready {
    @Override
    public void turn() {
      waiting.oneDone(local);
    }
  }
}
