package dev.fermata.fuzz.trial;

import dev.fermata.fuzz.program.ProgramTree;
import dev.fermata.laboratory.Breakdown;
import dev.fermata.laboratory.Compilation;
import dev.fermata.laboratory.Entry;
import dev.fermata.laboratory.Laboratory;
import dev.fermata.laboratory.Mode;
import dev.fermata.laboratory.Observation;
import dev.fermata.laboratory.Program;
import dev.fermata.laboratory.Source;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges programs, one after the other, in a laboratory of its own. */
public final class Trial {
  private final Deadline deadline = new Deadline();
  private Laboratory laboratory = new Laboratory();

  /** A trial with a fresh laboratory. */
  public Trial() {}

  /**
   * Judges programs that are compiled together. Those that errors are reported in are compiled once
   * more, each by itself; where the compiler does not say which they are, halves of them.
   */
  public List<Verdict> judge(List<Case> cases) {
    Map<Case, Verdict> verdicts = new IdentityHashMap<>();
    judge(cases, verdicts);
    return cases.stream().map(verdicts::get).toList();
  }

  private void judge(List<Case> cases, Map<Case, Verdict> verdicts) {
    if (cases.size() <= 1) {
      cases.forEach(one -> verdicts.put(one, judge(one)));
      return;
    }
    Set<String> faulty;
    try {
      Compilation compilation = compiled(cases);
      if (compilation.succeeded()) {
        Program program = Program.of(compilation);
        cases.forEach(one -> verdicts.put(one, run(program, one)));
        return;
      }
      faulty = compilation.faulty();
    } catch (AssertionError | RuntimeException e) {
      faulty = e instanceof Breakdown breakdown ? Set.of(breakdown.source()) : Set.of();
    }
    divide(cases, faulty, verdicts);
  }

  /** Judges by themselves those that seem to be at fault, the others together. */
  private void divide(List<Case> cases, Set<String> faulty, Map<Case, Verdict> verdicts) {
    List<Case> suspects = cases.stream().filter(one -> isIn(faulty, one)).toList();
    List<Case> others = cases.stream().filter(one -> !suspects.contains(one)).toList();
    if (suspects.isEmpty()) {
      int half = cases.size() / 2;
      judge(cases.subList(0, half), verdicts);
      judge(cases.subList(half, cases.size()), verdicts);
    } else {
      suspects.forEach(one -> verdicts.put(one, judge(one)));
      judge(others, verdicts);
    }
  }

  private static boolean isIn(Set<String> faulty, Case one) {
    Entry entry = entry(one.program());
    return faulty.contains(entry.owner()) || faulty.contains(entry.generatedOwner());
  }

  /** Judges one program. */
  public Verdict judge(Case one) {
    Optional<String> fault = faultOf(one.program());
    if (fault.isPresent()) {
      return new Verdict(Verdict.Kind.INVALID, Verdict.NO_MASK, fault.get());
    }
    try {
      Compilation compilation = laboratory.compile(List.of(source(one.program())), "-Xlint:none");
      return compilation.succeeded()
          ? run(Program.of(compilation), one)
          : new Verdict(Verdict.Kind.REJECTED, Verdict.NO_MASK, compilation.blemishes());
    } catch (AssertionError | RuntimeException e) {
      return new Verdict(Verdict.Kind.REJECTED, Verdict.NO_MASK, "the compiler broke down: " + e);
    }
  }

  /**
   * What javac alone has against the program, or the virtual machine against what javac makes of
   * it.
   */
  public Optional<String> faultOf(ProgramTree program) {
    try {
      Source stub = new Source("fuzz.Async" + program.name(), program.stubSource());
      Compilation plain =
          laboratory.compile(List.of(source(program), stub), "-proc:none", "-Xlint:none");
      return plain.succeeded()
          ? Verification.faultOf(plain, program.qualifiedName())
          : Optional.of(plain.blemishes());
    } catch (AssertionError | RuntimeException e) {
      return Optional.of("javac broke down: " + e);
    }
  }

  /** The text of the class that the processor generates for the program, as far as it does. */
  public String generated(ProgramTree program) {
    Compilation compilation = laboratory.compile(List.of(source(program)), "-Xlint:none");
    return compilation.generated().getOrDefault("fuzz.Async" + program.name(), "");
  }

  /** What a run did. */
  public Observation observe(ProgramTree program, Mode mode, int mask) {
    Program compiled = Program.of(laboratory.compile(List.of(source(program)), "-Xlint:none"));
    return deadline.call(() -> laboratory.observe(compiled, entry(program), mode, mask));
  }

  private Compilation compiled(List<Case> cases) {
    List<Source> sources = cases.stream().map(Case::program).map(Trial::source).toList();
    return laboratory.compile(sources, "-Xlint:none");
  }

  private static Source source(ProgramTree program) {
    return new Source(program.qualifiedName(), program.source());
  }

  private static Entry entry(ProgramTree program) {
    return new Entry(program.qualifiedName(), "entry");
  }

  private Verdict run(Program program, Case one) {
    for (int mask : one.masks()) {
      Verdict verdict = run(program, one, mask);
      if (verdict.kind() != Verdict.Kind.SAME) {
        return verdict;
      }
    }
    return Verdict.of(Verdict.Kind.SAME);
  }

  private Verdict run(Program program, Case one, int mask) {
    Entry entry = entry(one.program());
    Laboratory current = laboratory;
    Mode mode = Mode.ORIGINAL;
    try {
      Observation original =
          deadline.call(() -> current.observe(program, entry, Mode.ORIGINAL, mask));
      mode = Mode.TRANSFORMED;
      Observation transformed =
          deadline.call(() -> current.observe(program, entry, Mode.TRANSFORMED, mask));
      return original.equals(transformed)
          ? Verdict.of(Verdict.Kind.SAME)
          : failed(one, Verdict.Kind.DIFFERENT, mask, Comparison.of(original, transformed));
    } catch (Deadline.Missed e) {
      // The run goes on and keeps its copy of the runtime.
      laboratory = new Laboratory();
      return new Verdict(Verdict.Kind.HANGS, mask, mode + ": " + e.getMessage());
    } catch (AssertionError | RuntimeException e) {
      return failed(one, Verdict.Kind.BROKEN, mask, mode + ": " + causes(e));
    }
  }

  /** A program that javac has spoilt may do anything. */
  private Verdict failed(Case one, Verdict.Kind kind, int mask, String how) {
    return faultOf(one.program())
        .map(fault -> new Verdict(Verdict.Kind.INVALID, Verdict.NO_MASK, fault))
        .orElseGet(() -> new Verdict(kind, mask, how));
  }

  private static String causes(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      text.append(t).append('\n');
    }
    return text.toString();
  }
}
