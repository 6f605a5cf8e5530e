package dev.fermata.processor.graph;

import java.util.List;

/**
 * What stands in the place of a {@code return}, {@code break} or {@code continue} that leaves a
 * statement kept word for word.
 *
 * @param settings assigned first, in order
 * @param end a {@link Terminator.Goto}, {@link Terminator.Return} or {@link Terminator.Tail}
 */
public record Exit(List<Instruction.Assign> settings, Terminator end) {}
