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

/** A call that does not suspend. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.COUNT)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-Djdk.virtualThreadScheduler.parallelism=1"})
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class CallBenchmark {
  /** An asynchronous method. */
  @Benchmark
  public int fermata(Fermata fermata) {
    return fermata.loop.run(fermata.bodies.call(Work.COUNT));
  }

  /** A method that returns a completed future. */
  @Benchmark
  public int futures(Futures futures) {
    return futures.call(Work.COUNT);
  }

  /** A method. */
  @Benchmark
  public int plain() {
    return Plain.call(Work.COUNT);
  }
}
