package dev.fermata.conformance;

/** Section F of the list: patterns and switch expressions. */
final class FPatternsTest extends Section {

  FPatternsTest() {
    super("F");
  }
}
