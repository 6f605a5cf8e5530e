package dev.fermata.samples.soak;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.ExceptionGroup;
import dev.fermata.ReturnWhen;
import dev.fermata.Task;
import dev.fermata.Tasks;
import dev.fermata.annotations.Async;
import dev.fermata.sync.BarrierBrokenException;
import dev.fermata.sync.QueueShutdownException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tasks of a round: those that work, and the one that is out to harm them. */
abstract class Workers {
  private static final int WORKERS = 60;
  private static final int FAULTS_AT_ONCE = 3;

  private final World world;
  private final Operations operations;

  /** Whom the harmful one has cancelled since he last looked. */
  private final Set<Task<?>> struck = new HashSet<>();

  Workers(World world) {
    this.world = world;
    this.operations = Operations.of(world);
  }

  static Workers of(World world) {
    return new AsyncWorkers(world);
  }

  /** Runs a round, and looks whether all is in order when everybody has ended. */
  @Async
  Coroutine<Void> round(long wanted) {
    List<Task<?>> left = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      left.add(start(worker(wanted), "worker " + i));
    }
    left.add(start(harm(), "harm"));
    while (!left.isEmpty()) {
      await(Tasks.wait(left, ReturnWhen.ALL_COMPLETED));
      for (Task<?> task : left) {
        Throwable failure = task.isCancelled() ? null : task.exception();
        if (failure != null) {
          world.check(isExpected(failure), task.name() + " has failed: " + failure);
        }
      }
      left = new ArrayList<>(Tasks.all());
      left.remove(Tasks.current());
    }
    world.settle();
    return done();
  }

  @Async
  @SuppressWarnings("SwallowedCancellation") // its account is settled, and the worker goes on
  Coroutine<Void> worker(long wanted) {
    Task<?> me = Tasks.current();
    while (!world.isEnding()) {
      boolean told = false;
      Coroutine<Void> operation = operations.any();
      String name = operation.toString();
      try {
        await(operation);
        world.counts.add("= done");
      } catch (CancelledError cancelled) {
        told = true;
        world.counts.add("= cancelled");
      } catch (RuntimeException failure) {
        world.check(isExpected(failure), name + " has failed: " + failure);
        world.counts.add("= " + failure.getClass().getSimpleName());
      }
      await(account(me, name, told));
      if (world.counts.operations() >= wanted) {
        world.end();
      }
    }
    return done();
  }

  /** A request for cancellation is seen, or will be at the next await; and none is left over. */
  @Async
  @SuppressWarnings("SwallowedCancellation") // the request is taken back
  Coroutine<Void> account(Task<?> me, String operation, boolean told) {
    if (me.cancelRequests() > 0) {
      world.check(struck.contains(me), operation + " has left a request for cancellation");
      if (!told) {
        try {
          await(yieldNow());
          world.complain(operation + " has swallowed a cancellation");
        } catch (CancelledError seen) {
          world.counts.add("= cancelled after the operation");
        }
      }
      while (me.uncancel() > 0) {
        world.counts.add("= cancelled once more");
      }
    }
    struck.remove(me);
    return done();
  }

  private static boolean isExpected(Throwable failure) {
    return failure instanceof Fault
        || failure instanceof AsyncTimeoutException
        || failure instanceof QueueShutdownException
        || failure instanceof BarrierBrokenException
        || (failure instanceof ExceptionGroup group
            && group.exceptions().stream().allMatch(Workers::isExpected));
  }

  @Async
  Coroutine<Void> harm() {
    while (!world.isEnding()) {
      for (int i = 0; i < FAULTS_AT_ONCE; i++) {
        harmOnce();
      }
      await(world.chance(3) ? sleep(world.moment()) : yieldNow());
    }
    return done();
  }

  private void harmOnce() {
    if (world.chance(200)) {
      world.counts.add("! queue shut down");
      world.replaceQueue();
    } else if (world.chance(100)) {
      world.counts.add("! barrier broken");
      world.barrier.abort();
    } else {
      List<Task<?>> tasks = Tasks.all();
      Task<?> victim = tasks.get(world.random.nextInt(tasks.size()));
      boolean spared = victim == Tasks.current() || victim == tasks.get(0);
      for (int times = world.chance(5) ? 2 : 1; times > 0 && !spared; times--) {
        world.counts.add("! cancelled");
        struck.add(victim);
        victim.cancel();
      }
    }
  }
}
