package dev.fermata.conformance;

/** Section H of the list: the runtime. */
final class HRuntimeTest extends Section {

  HRuntimeTest() {
    super("H");
  }
}
