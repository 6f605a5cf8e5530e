package dev.fermata.matrix;

import dev.fermata.laboratory.Entry;
import dev.fermata.laboratory.Exploration;
import dev.fermata.laboratory.Laboratory;
import dev.fermata.laboratory.Program;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every compound operator on variables of every kind and type, with awaited operands of every
 * type.
 */
final class CompoundAssignmentTest {

  private static final Laboratory LABORATORY = new Laboratory();

  static Stream<String> types() {
    return CompoundAssignments.types();
  }

  @ParameterizedTest
  @MethodSource("types")
  void meansTheSame(String type) {
    Program program = LABORATORY.program(List.of(CompoundAssignments.source(type)));
    for (Entry entry : CompoundAssignments.entries(type)) {
      LABORATORY.assertSame(program, entry, Exploration.upTo(4));
    }
  }
}
