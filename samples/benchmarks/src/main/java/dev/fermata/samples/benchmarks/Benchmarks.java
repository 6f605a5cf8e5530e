package dev.fermata.samples.benchmarks;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks as JMH's own command does, and always counts what they allocate and the time they
 * spend on processors.
 */
public final class Benchmarks {
  /** The first JDK that has virtual threads. */
  private static final int VIRTUAL_THREADS = 21;

  private Benchmarks() {}

  /**
   * Runs them.
   *
   * @param args what JMH's command takes; the first ones are patterns of the names of benchmarks
   */
  public static void main(String... args) throws CommandLineOptionException, RunnerException {
    ChainedOptionsBuilder options = new OptionsBuilder().parent(new CommandLineOptions(args));
    options.addProfiler(GCProfiler.class).addProfiler(ProcessorTime.class);
    if (Runtime.version().feature() < VIRTUAL_THREADS) {
      options.exclude("virtualThread");
    }
    new Runner(options.build()).run();
  }
}
