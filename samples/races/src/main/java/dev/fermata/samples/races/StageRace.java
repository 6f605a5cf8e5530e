package dev.fermata.samples.races;

import dev.fermata.EventLoop;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A future is completed while a task begins to wait for it. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "the task has the value")
@State
public class StageRace {
  private final EventLoop.Runner runner = Programs.open();
  private final CompletableFuture<Integer> future = new CompletableFuture<>();

  /** Runs the loop. */
  @Actor
  public void loop(I_Result result) {
    result.r1 = runner.run(Programs.create().value(future));
  }

  /** Completes the future. */
  @Actor
  public void other() {
    future.complete(1);
  }
}
