package dev.fermata.laboratory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Programs that are compiled together, because javac takes longer to start than to compile one of
 * them.
 *
 * <p>Where that fails, each is compiled by itself, so that only those that are to blame fail.
 */
public final class Batch {

  private final Laboratory laboratory;
  private final List<Source> common;
  private final Optional<Program> together;
  private final Map<Source, Program> alone = new ConcurrentHashMap<>();

  /** Compiles programs of one source each. */
  public Batch(Laboratory laboratory, List<Source> sources) {
    this(laboratory, List.of(), sources);
  }

  /** Compiles programs of one source each, to which what they have in common is added. */
  public Batch(Laboratory laboratory, List<Source> common, List<Source> sources) {
    this.laboratory = laboratory;
    this.common = common;
    this.together =
        Optional.of(laboratory.compile(and(common, sources)))
            .filter(Compilation::clean)
            .map(Program::of);
  }

  /**
   * The program that the source is in.
   *
   * @throws AssertionError if it does not compile, or draws warnings about generated code
   */
  public Program program(Source source) {
    return together.orElseGet(() -> alone.computeIfAbsent(source, this::compileAlone));
  }

  private Program compileAlone(Source source) {
    return laboratory.program(and(common, List.of(source)));
  }

  private static List<Source> and(List<Source> common, List<Source> sources) {
    return Stream.concat(common.stream(), sources.stream()).toList();
  }
}
