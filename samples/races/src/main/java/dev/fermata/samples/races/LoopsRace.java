package dev.fermata.samples.races;

import dev.fermata.EventLoop;
import dev.fermata.Promise;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A task of one loop awaits a promise of another one, which is completed there meanwhile. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "the task has the value")
@State
public class LoopsRace {
  private final EventLoop.Runner here = Programs.open();
  private final EventLoop.Runner there = Programs.open();
  private final Promise<Integer> promise = there.loop().newPromise();

  /** Runs the loop of the task. */
  @Actor
  public void here(I_Result result) {
    result.r1 = here.run(Programs.create().value(promise));
  }

  /** Runs the loop of the promise, and has it answer whoever asks. */
  @Actor
  public void there() {
    there.run(Programs.create().complete(promise));
    there.close();
  }
}
