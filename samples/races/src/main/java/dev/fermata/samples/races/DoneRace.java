package dev.fermata.samples.races;

import dev.fermata.EventLoop;
import dev.fermata.Promise;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Who sees that a task is done sees its value. */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "it is not done")
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "it is done, with its value")
@State
public class DoneRace {
  private final EventLoop.Runner runner = Programs.open();
  private final Promise<Integer> promise = runner.loop().newPromise();

  /** Runs the loop. */
  @Actor
  public void loop() {
    runner.run(Programs.create().complete(promise));
  }

  /** Looks at the promise. */
  @Actor
  public void other(I_Result result) {
    result.r1 = promise.isDone() ? promise.result() : 0;
  }
}
