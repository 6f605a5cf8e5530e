package dev.fermata.fuzz.shrink;

import dev.fermata.fuzz.generate.Language;
import dev.fermata.fuzz.generate.ProgramGenerator;
import dev.fermata.fuzz.program.ProgramTree;
import dev.fermata.fuzz.trial.Case;
import dev.fermata.fuzz.trial.Masks;
import dev.fermata.fuzz.trial.Trial;
import dev.fermata.fuzz.trial.Verdict;
import dev.fermata.laboratory.Mode;
import java.io.PrintStream;

/**
 * The command that reduces the program of a seed: prints what is left of it, how it fails, and what
 * was generated for it.
 */
public final class Shrink {
  private static final int MASKS = 6;

  private final Trial trial = new Trial();
  private final PrintStream out;

  /** A command that prints there. */
  public Shrink(PrintStream out) {
    this.out = out;
  }

  /** Shrinks each of the seeds. */
  public static void main(String... seeds) {
    Shrink shrink = new Shrink(System.out);
    for (String seed : seeds) {
      shrink.shrink(Long.parseLong(seed));
    }
    System.exit(0);
  }

  /** Shrinks the program of that seed, if it fails. */
  public void shrink(long seed) {
    ProgramTree program = new ProgramGenerator(Language.current()).generate(seed);
    Verdict verdict = trial.judge(new Case(program, Masks.of(seed, MASKS)));
    out.println("seed " + seed + ": " + verdict);
    if (verdict.isFailure()) {
      int[] masks = verdict.mask() == Verdict.NO_MASK ? new int[0] : new int[] {verdict.mask()};
      Shrinker shrinker = new Shrinker(program, smaller -> failsAlike(smaller, verdict, masks));
      show(shrinker.shrink(), masks);
    }
  }

  private boolean failsAlike(ProgramTree program, Verdict verdict, int[] masks) {
    Verdict now = trial.judge(new Case(program, masks));
    return now.kind() == verdict.kind() && Likeness.of(now).equals(Likeness.of(verdict));
  }

  private void show(ProgramTree program, int[] masks) {
    out.println("---- source\n" + program.source());
    out.println("---- verdict\n" + trial.judge(new Case(program, masks)));
    if (masks.length > 0) {
      for (Mode mode : Mode.values()) {
        out.println(
            "---- "
                + mode
                + " under mask "
                + masks[0]
                + "\n"
                + trial.observe(program, mode, masks[0]));
      }
    }
    out.println("---- generated\n" + trial.generated(program));
  }
}
