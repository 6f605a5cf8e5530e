package dev.fermata.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fermata.laboratory.Batch;
import dev.fermata.laboratory.Exploration;
import dev.fermata.laboratory.Laboratory;
import dev.fermata.laboratory.Mode;
import dev.fermata.laboratory.Observation;
import dev.fermata.laboratory.Program;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the programs of one section of the list. */
abstract class Section {

  private static final Exploration PLANS = Exploration.upTo(200);

  private final String name;

  Section(String name) {
    this.name = name;
  }

  @TestFactory
  Stream<DynamicTest> cases() {
    Laboratory laboratory = new Laboratory();
    List<Case> cases = Cases.of(name);
    Batch batch = new Batch(laboratory, cases.stream().map(Case::source).toList());
    return cases.stream()
        .map(test -> dynamicTest(test.toString(), () -> run(laboratory, batch, test)));
  }

  private static void run(Laboratory laboratory, Batch batch, Case test) {
    Program program = batch.program(test.source());
    if (test.flags().contains("fresh")) {
      program = program.loadedForEachRun();
    }
    if (test.flags().contains("assertions")) {
      program = program.withAssertions();
    }
    if (test.flags().contains("own assertions")) {
      program = program.withAssertionsOf(test.source().name());
    }
    if (test.flags().contains("generated assertions")) {
      program = program.withAssertionsOf(test.source().name().replaceAll("(\\w+)$", "Async$1"));
    }
    if (test.flags().contains("transformed")) {
      Observation once = laboratory.observe(program, test.entry(), Mode.TRANSFORMED);
      assertEquals(test.expected().orElseThrow(), once);
    } else {
      Exploration plans = test.flags().contains("once") ? Exploration.upTo(1) : PLANS;
      laboratory.assertSame(program, test.entry(), plans, test.expected());
    }
  }
}
