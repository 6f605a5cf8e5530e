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

/** An element of a generator that does not suspend. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.COUNT)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-Djdk.virtualThreadScheduler.parallelism=1"})
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class GeneratorBenchmark {
  /** An asynchronous generator. */
  @Benchmark
  public int fermata(Fermata fermata) {
    return fermata.loop.run(fermata.bodies.consume(Work.COUNT));
  }

  /** An iterator written by hand, which can await nothing. */
  @Benchmark
  public int plain() {
    return Plain.consume(Work.COUNT);
  }

  /** Two virtual threads and a queue. */
  @Benchmark
  public int virtualThread(VirtualThreads threads) throws ExecutionException, InterruptedException {
    return threads.consume(Work.COUNT);
  }
}
