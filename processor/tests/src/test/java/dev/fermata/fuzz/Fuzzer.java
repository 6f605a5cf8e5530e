package dev.fermata.fuzz;

import dev.fermata.fuzz.generate.Language;
import dev.fermata.fuzz.generate.ProgramGenerator;
import dev.fermata.fuzz.trial.Case;
import dev.fermata.fuzz.trial.Masks;
import dev.fermata.fuzz.trial.Trial;
import dev.fermata.fuzz.trial.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Generates and judges the programs of a range of seeds, on all processors.
 *
 * <p>From the command line: the number of programs, the first seed, and optionally the number of
 * masks.
 */
public final class Fuzzer {
  private static final int BATCH = 40;
  private static final int MASKS = 6;

  private final long firstSeed;
  private final long count;
  private final int masks;
  private final Report report;
  private final AtomicLong next = new AtomicLong();
  private final long start = System.nanoTime();
  private long limit = Long.MAX_VALUE;

  /**
   * A fuzzer for a range of seeds.
   *
   * @param masks how many masks each program is run under
   * @param report told of every verdict
   */
  public Fuzzer(long firstSeed, long count, int masks, Report report) {
    this.firstSeed = firstSeed;
    this.count = count;
    this.masks = masks;
    this.report = report;
  }

  /** Begins with no further programs once so much time has passed. */
  public void endAfter(Duration time) {
    limit = time.toNanos();
  }

  /** Runs a range of seeds and prints what came of it. */
  public static void main(String... arguments) throws InterruptedException {
    long count = Long.parseLong(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    int masks = arguments.length > 2 ? Integer.parseInt(arguments[2]) : MASKS;
    Report report = new Report(System.out);
    new Fuzzer(seed, count, masks, report).run();
    report.summarize();
    System.exit(report.failures().isEmpty() ? 0 : 1);
  }

  /** Judges all programs. */
  public void run() throws InterruptedException {
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      Thread worker = new Thread(this::work, "fuzz-" + i);
      worker.start();
      workers.add(worker);
    }
    for (Thread worker : workers) {
      worker.join();
    }
  }

  private void work() {
    ProgramGenerator generator = new ProgramGenerator(Language.current());
    Trial trial = new Trial();
    for (long first = next.getAndAdd(BATCH);
        first < count && System.nanoTime() - start < limit;
        first = next.getAndAdd(BATCH)) {
      List<Long> seeds = new ArrayList<>();
      List<Case> cases = new ArrayList<>();
      for (long i = first; i < Math.min(count, first + BATCH); i++) {
        seeds.add(firstSeed + i);
        cases.add(new Case(generator.generate(firstSeed + i), Masks.of(firstSeed + i, masks)));
      }
      List<Verdict> verdicts = trial.judge(cases);
      for (int i = 0; i < verdicts.size(); i++) {
        report.add(seeds.get(i), cases.get(i).program(), verdicts.get(i));
      }
    }
  }
}
