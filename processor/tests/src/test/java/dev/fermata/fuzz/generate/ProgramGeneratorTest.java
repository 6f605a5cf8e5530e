package dev.fermata.fuzz.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.fuzz.Coverage;
import dev.fermata.fuzz.program.Construct;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProgramGeneratorTest {
  private static final int PROGRAMS = 4000;

  /**
   * Where no await can stand: bodies of lambdas and classes, and what is no expression or statement
   * of the user's.
   */
  private static final Set<String> AWAITLESS =
      Set.of(
          "ANONYMOUS_CLASS.body",
          "AWAIT_BLOCK.block",
          "CASE.end",
          "CLASS_BODY.value",
          "LAMBDA.body",
          "LAMBDA.value",
          "LAMBDA_ARGUMENT.function",
          "LOCAL_CLASS.captured",
          "LOCAL_OF_ANONYMOUS_CLASS.first",
          "LVALUE_FIELD.receiver",
          "METHOD_COROUTINE.calls",
          "METHOD_GENERATOR.end",
          "SYNCHRONIZED.body",
          "WHILE_NOT_INSTANCEOF.leave");

  @Test
  void theSameSeedGivesTheSameProgram() {
    ProgramGenerator generator = new ProgramGenerator(Language.of(21));
    assertEquals(generator.generate(7).source(), generator.generate(7).source());
  }

  @Test
  void everyConstructOccursWithAnAwaitInEachPosition() {
    Coverage coverage = new Coverage();
    ProgramGenerator generator = new ProgramGenerator(Language.of(21));
    for (int seed = 0; seed < PROGRAMS; seed++) {
      coverage.add(generator.generate(seed));
    }
    assertEquals(Set.<Construct>of(), coverage.missing());
    assertEquals(new TreeSet<>(AWAITLESS), coverage.neverSuspending());
  }
}
