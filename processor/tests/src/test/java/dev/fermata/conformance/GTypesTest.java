package dev.fermata.conformance;

/** Section G of the list: types, generics, names, members. */
final class GTypesTest extends Section {

  GTypesTest() {
    super("G");
  }
}
