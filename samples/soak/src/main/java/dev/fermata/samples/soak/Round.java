package dev.fermata.samples.soak;

import dev.fermata.Clock;
import dev.fermata.EventLoop;
import dev.fermata.TurnOrder;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One loop and what happens in it. All of it follows from the seed, unless threads race. */
final class Round {
  private static final int KINDS = 8;
  private static final int RACING = 7;
  private static final int THREADS = 2;

  private final long seed;
  private final long operations;

  Round(long seed, long operations) {
    this.seed = seed;
    this.operations = operations;
  }

  /**
   * Runs it.
   *
   * @throws IllegalStateException if something is not as it has to be
   */
  Counts run() {
    if (Math.floorMod(seed, KINDS) == RACING) {
      ExecutorService pool = Executors.newFixedThreadPool(THREADS);
      try {
        return run(Clock.virtual(), pool);
      } finally {
        pool.shutdown();
      }
    }
    try (Outside outside = new Outside()) {
      return run(outside, outside);
    }
  }

  private Counts run(Clock clock, Executor outside) {
    World world = new World(new Random(seed), outside);
    EventLoop.Builder builder =
        EventLoop.builder()
            .name("round " + seed)
            .clock(clock)
            .debug(Math.floorMod(seed, 2) == 0)
            .exceptionHandler(
                (loop, report) -> {
                  world.counts.add("= reported");
                  world.check(report.exception() instanceof Fault, "was reported: " + report);
                });
    if (Math.floorMod(seed, 4) == 1) {
      builder.order(TurnOrder.shuffled(seed));
    }
    try (EventLoop.Runner runner = builder.open()) {
      runner.run(Workers.of(world).round(operations));
    }
    if (!world.complaints.isEmpty()) {
      throw new IllegalStateException(
          "seed " + seed + ", " + operations + " operations: " + world.complaints);
    }
    return world.counts;
  }
}
