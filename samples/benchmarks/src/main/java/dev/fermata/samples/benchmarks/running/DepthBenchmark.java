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

/** A recursion of ten levels, with and without a suspension in the last one. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.COUNT)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-Djdk.virtualThreadScheduler.parallelism=1"})
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class DepthBenchmark {
  /** Asynchronous methods. */
  @Benchmark
  public int fermata(Fermata fermata) {
    return fermata.loop.run(fermata.bodies.descend(Work.COUNT, Work.DEPTH, false));
  }

  /** Asynchronous methods, with a suspension. */
  @Benchmark
  public int fermataSuspending(Fermata fermata) {
    return fermata.loop.run(fermata.bodies.descend(Work.COUNT, Work.DEPTH, true));
  }

  /** Methods that return futures. */
  @Benchmark
  public int futures(Futures futures) {
    return futures.descend(Work.COUNT, Work.DEPTH, false);
  }

  /** Methods that return futures, with a suspension. */
  @Benchmark
  public int futuresSuspending(Futures futures) {
    return futures.descend(Work.COUNT, Work.DEPTH, true);
  }

  /** Methods. */
  @Benchmark
  public int plain() {
    return Plain.descend(Work.COUNT, Work.DEPTH);
  }

  /** A virtual thread that yields in the last call. */
  @Benchmark
  public int virtualThreadSuspending(VirtualThreads threads)
      throws ExecutionException, InterruptedException {
    return threads.descend(Work.COUNT, Work.DEPTH);
  }
}
