package dev.fermata.samples.races;

import dev.fermata.EventLoop;
import dev.fermata.Promise;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** What one thread brings in keeps its order. */
@JCStressTest
@Outcome(
    id = "12",
    expect = Expect.ACCEPTABLE,
    desc = "the first one was there when the second one was")
@State
public class OrderRace {
  private final EventLoop.Runner runner = Programs.open();
  private final Promise<Integer> first = runner.loop().newPromise();
  private final Promise<Integer> second = runner.loop().newPromise();

  /** Runs the loop. */
  @Actor
  public void loop(I_Result result) {
    result.r1 = runner.run(Programs.create().both(first, second));
  }

  /** Brings in the values. */
  @Actor
  public void other() {
    runner.loop().execute(() -> first.complete(1));
    runner.loop().execute(() -> second.complete(2));
  }
}
