package dev.fermata.conformance;

/** Beyond the list: what fuzzing has found, each reduced to what it is about. */
final class XFuzzingTest extends Section {

  XFuzzingTest() {
    super("X");
  }
}
