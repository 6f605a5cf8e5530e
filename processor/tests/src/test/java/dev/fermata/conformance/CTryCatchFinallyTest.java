package dev.fermata.conformance;

/** Section C of the list: try, catch, finally. */
final class CTryCatchFinallyTest extends Section {

  CTryCatchFinallyTest() {
    super("C");
  }
}
