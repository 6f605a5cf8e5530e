package dev.fermata.samples.benchmarks.running;

import dev.fermata.EventLoop;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A loop on the thread of the benchmark, and what it runs. */
@State(Scope.Thread)
public class Fermata {
  final Bodies bodies = Bodies.create();
  final EventLoop.Runner loop = EventLoop.builder().open();

  /** Closes the loop. */
  @TearDown
  public void close() {
    loop.close();
  }
}
