package dev.fermata.processor.graph;

import java.util.List;

/**
 * What stands in the place of a {@code return}, {@code break} or {@code continue} that leaves a
 * statement kept word for word.
 *
 * @param settings assigned first, in order
 * @param end a {@link Terminator.Goto}, {@link Terminator.Return} or {@link Terminator.Tail}
 * @param left whether the kept statement is left first, for {@code end} to follow it; a {@code
 *     finally} inside may still throw, and must find the state as it is in the statement
 */
public record Exit(List<Instruction.Assign> settings, Terminator end, boolean left) {
  /** One that goes to its end from where it stands. */
  public Exit(List<Instruction.Assign> settings, Terminator end) {
    this(settings, end, false);
  }
}
