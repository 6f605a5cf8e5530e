package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.Precedence;

/** The conditional operator, casts of references, and reads of array elements. */
final class Conditionals extends Family implements ExpressionFamily {
  Conditionals(Workshop workshop) {
    super(workshop);
  }

  @Override
  public void offer(JavaType type, Place place, Menu menu) {
    menu.add(4, () -> conditional(type, place));
    switch (type) {
      case INT -> {
        menu.add(3, () -> element(JavaType.INT, JavaType.INT_ARRAY, place));
        menu.add(1, () -> length(place));
      }
      case BYTE -> menu.add(2, () -> element(JavaType.BYTE, JavaType.BYTE_ARRAY, place));
      case STRING -> menu.add(2, () -> element(JavaType.STRING, JavaType.STRING_ARRAY, place));
      case INT_ARRAY -> menu.add(2, () -> element(JavaType.INT_ARRAY, JavaType.INT_MATRIX, place));
      case OBJECT -> menu.add(6, () -> upcast(place));
      case SHAPE -> menu.add(2, () -> downcast(place));
      default -> {}
    }
  }

  private Node conditional(JavaType type, Place place) {
    Node left = expression(type, place);
    Node right = expression(type, place);
    return Node.expression(
        Construct.CONDITIONAL,
        merged(type, left, right),
        Precedence.CONDITIONAL,
        "#condition:3 ? #then:3 : #otherwise:2",
        expression(JavaType.BOOLEAN, place),
        left,
        right);
  }

  /** Mostly inside the bounds. */
  private Node element(JavaType type, JavaType arrays, Place place) {
    String mask = arrays == JavaType.INT_MATRIX ? " & 1" : " & 3";
    return Node.expression(
        Construct.ARRAY_READ,
        type,
        Precedence.PRIMARY,
        rand.chance(85) ? "#array:16[#index:8" + mask + "]" : "#array:16[#index]",
        arrayOperand(arrays, place),
        expression(JavaType.INT, place));
  }

  private Node length(Place place) {
    return Node.expression(
        Construct.ARRAY_LENGTH,
        JavaType.INT,
        Precedence.PRIMARY,
        "#array:16.length",
        arrayOperand(rand.pick(JavaType.INT_ARRAY, JavaType.STRING_ARRAY), place));
  }

  /** An array creation may not be indexed without parentheses. */
  private Node arrayOperand(JavaType arrays, Place place) {
    return expression(arrays, place);
  }

  private Node upcast(Place place) {
    return Node.expression(
        Construct.REFERENCE_CAST,
        JavaType.OBJECT,
        Precedence.CAST,
        "(Object) #operand:15",
        expression(workshop.shownType(), place));
  }

  private Node downcast(Place place) {
    return Node.expression(
        Construct.REFERENCE_CAST,
        JavaType.SHAPE,
        Precedence.CAST,
        "(Shape) #operand:15",
        expression(rand.chance(20) ? JavaType.OBJECT : JavaType.SHAPE, place));
  }
}
