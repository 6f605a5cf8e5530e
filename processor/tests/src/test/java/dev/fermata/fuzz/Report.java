package dev.fermata.fuzz;

import dev.fermata.fuzz.program.ProgramTree;
import dev.fermata.fuzz.trial.Verdict;
import java.io.PrintStream;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects verdicts, and prints failures as they come. */
public final class Report {
  private static final int PROGRESS = 500;
  private static final int LINES = 24;

  private final PrintStream out;
  private final long start = System.nanoTime();
  private final Map<Verdict.Kind, Integer> counts = new EnumMap<>(Verdict.Kind.class);
  private final SortedMap<Long, Verdict> failures = new TreeMap<>();
  private final SortedMap<Long, Verdict> invalid = new TreeMap<>();
  private final Coverage coverage = new Coverage();
  private int judged;

  /** A report that is printed there. */
  public Report(PrintStream out) {
    this.out = out;
  }

  synchronized void add(long seed, ProgramTree program, Verdict verdict) {
    judged++;
    counts.merge(verdict.kind(), 1, Integer::sum);
    coverage.add(program);
    if (verdict.isFailure()) {
      failures.put(seed, verdict);
      print(seed, verdict);
    } else if (verdict.kind() == Verdict.Kind.INVALID) {
      invalid.put(seed, verdict);
      print(seed, verdict);
    }
    if (judged % PROGRESS == 0) {
      out.printf("%d programs, %.1f per second, %s%n", judged, rate(), counts);
    }
  }

  private void print(long seed, Verdict verdict) {
    out.println("seed " + seed + ":");
    verdict.toString().lines().limit(LINES).forEach(line -> out.println("  " + line));
  }

  private double rate() {
    return judged * 1e9 / (System.nanoTime() - start);
  }

  /** The verdicts that show a fault, by seed. */
  public synchronized SortedMap<Long, Verdict> failures() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(failures));
  }

  /** The verdicts on programs that javac alone does not accept, by seed. */
  public synchronized SortedMap<Long, Verdict> invalid() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(invalid));
  }

  /** How many programs there were. */
  public synchronized int judged() {
    return judged;
  }

  /** Prints the totals and the coverage. */
  public synchronized void summarize() {
    out.print(coverage);
    out.printf("%d programs, %.1f per second, %s%n", judged, rate(), counts);
    out.println("failures: " + failures.keySet());
    out.println("invalid: " + invalid.keySet());
  }
}
