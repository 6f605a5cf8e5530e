package dev.fermata.samples.races;

import dev.fermata.Coroutines;
import dev.fermata.EventLoop;
import dev.fermata.Task;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A thread starts a task on a loop that is being closed. */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "it was refused")
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "it has run")
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "it was given up, and is done")
@Outcome(id = "3", expect = Expect.FORBIDDEN, desc = "who waits for it would wait for ever")
@State
public class CloseRace {
  private final EventLoop.Runner runner = Programs.open();
  private volatile @Nullable Task<Integer> task;

  /** Closes the loop. */
  @Actor
  public void loop() {
    runner.close();
  }

  /** Starts a task. */
  @Actor
  public void other() {
    try {
      task = runner.loop().start(Coroutines.done(1));
    } catch (RejectedExecutionException closed) {
      task = null;
    }
  }

  /** Looks what has become of it. */
  @Arbiter
  public void arbiter(I_Result result) {
    Task<Integer> started = task;
    if (started == null) {
      result.r1 = 0;
    } else if (!started.isDone()) {
      result.r1 = 3;
    } else {
      result.r1 = !started.isCancelled() && started.exception() == null ? 1 : 2;
    }
  }
}
