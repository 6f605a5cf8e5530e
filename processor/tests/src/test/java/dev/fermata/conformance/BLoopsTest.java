package dev.fermata.conformance;

/** Section B of the list: loops, labels, switch statements. */
final class BLoopsTest extends Section {

  BLoopsTest() {
    super("B");
  }
}
