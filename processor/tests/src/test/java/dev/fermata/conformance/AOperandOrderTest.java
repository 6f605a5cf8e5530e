package dev.fermata.conformance;

/** Section A of the list: operand order and spilling. */
final class AOperandOrderTest extends Section {

  AOperandOrderTest() {
    super("A");
  }
}
