package dev.fermata.samples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Counts the time that processors spend on all threads of the virtual machine. Where other programs
 * run, too, it says more than the time that passes.
 */
public final class ProcessorTime implements InternalProfiler {
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private long before;

  /** Called by JMH. */
  public ProcessorTime() {}

  @Override
  public String getDescription() {
    return "time on processors";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = system.getProcessCpuTime();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long nanoseconds = system.getProcessCpuTime() - before;
    TimeUnit unit = benchmark.getTimeUnit();
    double units = (double) nanoseconds / unit.toNanos(1);
    return List.of(
        new ScalarResult(
            "cpu.time",
            units / result.getMetadata().getAllOps(),
            TimeValue.tuToString(unit) + "/op",
            AggregationPolicy.AVG));
  }
}
