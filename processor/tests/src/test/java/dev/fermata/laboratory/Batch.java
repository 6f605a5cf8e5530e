package dev.fermata.laboratory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Programs that are compiled together, because javac takes longer to start than to compile one of them.
 *
 * <p>Where that fails, each is compiled by itself, so that only those that are to blame fail.
 */
public final class Batch {

  private final Laboratory laboratory;
  private final Optional<Program> together;
  private final Map<Source, Program> alone = new ConcurrentHashMap<>();

  /** Compiles the sources. */
  public Batch(Laboratory laboratory, List<Source> sources) {
    this.laboratory = laboratory;
    this.together =
        Optional.of(laboratory.compile(sources)).filter(Compilation::clean).map(Program::of);
  }

  /**
   * The program that the source is in.
   *
   * @throws AssertionError if it does not compile, or draws warnings about generated code
   */
  public Program program(Source source) {
    return together.orElseGet(
        () -> alone.computeIfAbsent(source, s -> laboratory.program(List.of(s))));
  }
}
