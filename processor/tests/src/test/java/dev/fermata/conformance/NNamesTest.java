package dev.fermata.conformance;

/** Beyond the list: names and spellings of the user's that the generated code has to live with. */
final class NNamesTest extends Section {

  NNamesTest() {
    super("N");
  }
}
