package dev.fermata.samples.races;

import dev.fermata.EventLoop;
import dev.fermata.Promise;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A thread brings something in while the loop goes to sleep. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "the loop was woken, or had not slept")
@State
public class ExecuteRace {
  private final EventLoop.Runner runner = Programs.open();
  private final Promise<Integer> promise = runner.loop().newPromise();

  /** Runs the loop. */
  @Actor
  public void loop(I_Result result) {
    result.r1 = runner.run(Programs.create().value(promise));
  }

  /** Brings in the value. */
  @Actor
  public void other() {
    runner.loop().execute(() -> promise.complete(1));
  }
}
