package dev.fermata.conformance;

/** Section E of the list: locals, captures, scoping, liveness. */
final class ELocalsTest extends Section {

  ELocalsTest() {
    super("E");
  }
}
