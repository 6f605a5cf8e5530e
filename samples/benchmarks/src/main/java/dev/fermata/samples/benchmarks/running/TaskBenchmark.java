package dev.fermata.samples.benchmarks.running;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** What tasks do with each other on one loop. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.COUNT)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class TaskBenchmark {
  /** A task is started and awaited. */
  @Benchmark
  public int startAndJoin(Fermata fermata) {
    return fermata.loop.run(fermata.bodies.startAndJoin(Work.COUNT));
  }

  /** A switch from one of a thousand tasks to the next. */
  @Benchmark
  @OperationsPerInvocation(Work.COUNT * Work.YIELDS)
  public int crowd(Fermata fermata) {
    return fermata.loop.run(fermata.bodies.crowd(Work.COUNT, Work.YIELDS));
  }

  /** A task that waits for what all wait for; what it allocates is what it takes while it waits. */
  @Benchmark
  public int park(Fermata fermata) {
    return fermata.loop.run(fermata.bodies.park(Work.COUNT));
  }

  /** A lock that nobody else wants is acquired and released. */
  @Benchmark
  public int lock(Fermata fermata) {
    return fermata.loop.run(fermata.bodies.lock(Work.COUNT));
  }

  /** An item goes through a queue for one from one task to another. */
  @Benchmark
  public int queue(Fermata fermata) {
    return fermata.loop.run(fermata.bodies.handOver(Work.COUNT));
  }

  /** A timer is set and taken back. */
  @Benchmark
  public int timer(Fermata fermata) {
    return fermata.loop.run(fermata.bodies.timers(Work.COUNT));
  }
}
