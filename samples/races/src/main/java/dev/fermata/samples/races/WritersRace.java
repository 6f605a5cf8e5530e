package dev.fermata.samples.races;

import dev.fermata.EventLoop;
import dev.fermata.Promise;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Two threads bring something in at the same time, and neither is lost. */
@JCStressTest
@Outcome(id = "3", expect = Expect.ACCEPTABLE, desc = "both have come")
@State
public class WritersRace {
  private final EventLoop.Runner runner = Programs.open();
  private final Promise<Integer> promise = runner.loop().newPromise();
  private int sum;

  /** Runs the loop. */
  @Actor
  public void loop(I_Result result) {
    result.r1 = runner.run(Programs.create().value(promise));
  }

  /** Brings in a part. */
  @Actor
  public void one() {
    runner.loop().execute(() -> add(1));
  }

  /** Brings in the other part. */
  @Actor
  public void other() {
    runner.loop().execute(() -> add(2));
  }

  private void add(int part) {
    sum += part;
    if (sum == 3) {
      promise.complete(sum);
    }
  }
}
