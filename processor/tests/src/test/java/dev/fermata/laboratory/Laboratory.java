package dev.fermata.laboratory;

import dev.fermata.processor.FermataProcessor;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Processor;

/**
 * Compiles programs and runs them in both modes.
 *
 * <p>A laboratory has a copy of the runtime per mode and runs one program at a time in each, so
 * test classes that run in parallel have one laboratory each.
 */
public final class Laboratory {

  private final Compiler compiler = new Compiler();
  private final Map<Mode, World> worlds = new EnumMap<>(Mode.class);

  /** A laboratory with copies of the runtime of its own. */
  public Laboratory() {
    for (Mode mode : Mode.values()) {
      worlds.put(mode, new World(mode));
    }
  }

  /** Compiles sources together with the processor and says what came of it, whatever that is. */
  public Compilation compile(List<Source> sources, String... furtherOptions) {
    return compiler.compile(sources, List.of(furtherOptions), List.of(new FermataProcessor()));
  }

  /** Compiles sources together with these processors, in their order. */
  public Compilation compile(List<Source> sources, List<Processor> processors) {
    return compiler.compile(sources, List.of(), processors);
  }

  /**
   * Compiles sources together with the processor, into a program.
   *
   * @throws AssertionError if there is an error, or a warning about generated code; it shows the
   *     code
   */
  public Program program(List<Source> sources) {
    return program(sources, List.of(new FermataProcessor()));
  }

  /**
   * Compiles sources together with these processors, in their order, into a program.
   *
   * @throws AssertionError if there is an error, or a warning about generated code; it shows the
   *     code
   */
  public Program program(List<Source> sources, List<Processor> processors) {
    Compilation compilation = compile(sources, processors);
    if (!compilation.clean()) {
      throw new AssertionError(compilation.blemishes());
    }
    return Program.of(compilation);
  }

  /**
   * One run in which every choice point takes the options listed, and the first option where the
   * list has ended.
   */
  public Observation observe(Program program, Entry entry, Mode mode, int... choices) {
    return observe(program, entry, mode, Plan.startingWith(choices));
  }

  private Observation observe(Program program, Entry entry, Mode mode, Plan plan) {
    World world = worlds.get(mode);
    Class<?> type = program.load(world, entry.generatedOwner());
    return Observation.of(world.run(type, entry.method(), plan));
  }

  /** Runs an entry in both modes under each plan, until they differ. */
  public Optional<Difference> firstDifference(
      Program program, Entry entry, Exploration exploration) {
    return firstDifference(program, entry, exploration, Optional.empty());
  }

  private Optional<Difference> firstDifference(
      Program program, Entry entry, Exploration exploration, Optional<Observation> expected) {
    return exploration.firstResult(plan -> difference(program, entry, plan, expected));
  }

  private Optional<Difference> difference(
      Program program, Entry entry, Plan plan, Optional<Observation> expected) {
    Observation original = observe(program, entry, Mode.ORIGINAL, plan);
    Observation transformed = observe(program, entry, Mode.TRANSFORMED, plan.again());
    boolean asExpected = !plan.isBenign() || expected.map(original::equals).orElse(true);
    return asExpected && original.equals(transformed)
        ? Optional.empty()
        : Optional.of(
            new Difference(
                entry, plan.toString(), expected.filter(e -> !asExpected), original, transformed));
  }

  /**
   * Runs an entry in both modes under each plan.
   *
   * @throws AssertionError if they differ; it shows both traces and the generated method
   */
  public void assertSame(Program program, Entry entry, Exploration exploration) {
    assertSame(program, entry, exploration, Optional.empty());
  }

  /**
   * Runs an entry in both modes under each plan.
   *
   * @param expected what both do when nothing fails, if that is known
   * @throws AssertionError if they differ; it shows both traces and the generated method
   */
  public void assertSame(
      Program program, Entry entry, Exploration exploration, Optional<Observation> expected) {
    firstDifference(program, entry, exploration, expected)
        .ifPresent(difference -> fail(program, difference));
  }

  private static void fail(Program program, Difference difference) {
    Entry entry = difference.entry();
    String code = program.compilation().generatedMethod(entry.generatedOwner(), entry.method());
    throw new AssertionError(difference + "\n" + code);
  }
}
