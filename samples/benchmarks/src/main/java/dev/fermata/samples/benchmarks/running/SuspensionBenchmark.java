package dev.fermata.samples.benchmarks.running;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** A suspension and its resumption, in the next turn of the loop. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.COUNT)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-Djdk.virtualThreadScheduler.parallelism=1"})
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class SuspensionBenchmark {
  /** An asynchronous method that lets others go first. */
  @Benchmark
  public int fermata(Fermata fermata) {
    return fermata.loop.run(fermata.bodies.suspend(Work.COUNT));
  }

  /** An asynchronous method that awaits what a callback completes. */
  @Benchmark
  public int fermataPromise(Fermata fermata) {
    return fermata.loop.run(fermata.bodies.awaitPromises(Work.COUNT));
  }

  /** A chain of futures. */
  @Benchmark
  public int futures(Futures futures) {
    return futures.suspend(Work.COUNT);
  }

  /** A virtual thread that yields. */
  @Benchmark
  public int virtualThread(VirtualThreads threads) throws ExecutionException, InterruptedException {
    return threads.suspend(Work.COUNT);
  }
}
