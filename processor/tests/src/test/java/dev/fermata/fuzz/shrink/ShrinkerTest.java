package dev.fermata.fuzz.shrink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.fuzz.generate.Language;
import dev.fermata.fuzz.generate.ProgramGenerator;
import dev.fermata.fuzz.program.ProgramTree;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
  @Test
  void leavesNothingButWhatTheFailureNeeds() {
    ProgramTree program = new ProgramGenerator(Language.of(17)).generate(3);
    ProgramTree small = new Shrinker(program, p -> p.source().contains("await(point(")).shrink();
    assertEquals(1, small.source().lines().filter(line -> line.contains("await(")).count());
    assertEquals(0, small.source().lines().filter(line -> line.contains("for (")).count());
  }
}
