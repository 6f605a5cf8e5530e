package dev.fermata.samples.races;

import dev.fermata.EventLoop;
import dev.fermata.Promise;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** What a thread has written before it brings something in is seen by the loop. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "it is seen")
@State
public class PublicationRace {
  private final EventLoop.Runner runner = Programs.open();
  private final Promise<Integer> promise = runner.loop().newPromise();
  private int written;

  /** Runs the loop. */
  @Actor
  public void loop(I_Result result) {
    runner.run(Programs.create().value(promise));
    result.r1 = written;
  }

  /** Writes without any care. */
  @Actor
  public void other() {
    written = 1;
    runner.loop().execute(() -> promise.complete(0));
  }
}
