package dev.fermata.samples.races;

import dev.fermata.EventLoop;
import dev.fermata.Promise;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A thread waits for a promise of a loop, which is completed there meanwhile. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "it has the value")
@State
public class JoinRace {
  private final EventLoop.Runner runner = Programs.open();
  private final Promise<Integer> promise = runner.loop().newPromise();

  /** Runs the loop, and what the thread that waits has brought in. */
  @Actor
  public void loop() {
    runner.run(Programs.create().complete(promise));
    runner.close();
  }

  /** Waits. */
  @Actor
  public void other(I_Result result) {
    result.r1 = promise.join();
  }
}
