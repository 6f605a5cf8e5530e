package dev.fermata.conformance;

/** Section D of the list: try with resources. */
final class DTryWithResourcesTest extends Section {

  DTryWithResourcesTest() {
    super("D");
  }
}
