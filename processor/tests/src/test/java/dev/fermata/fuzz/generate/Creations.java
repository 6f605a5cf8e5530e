package dev.fermata.fuzz.generate;

import static dev.fermata.fuzz.program.JavaType.INT;
import static dev.fermata.fuzz.program.JavaType.STRING;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.Precedence;

/** New objects, inner ones and arrays, and what is read from them. */
final class Creations extends Family implements ExpressionFamily {
  Creations(Workshop workshop) {
    super(workshop);
  }

  @Override
  public void offer(JavaType type, Place place, Menu menu) {
    switch (type) {
      case INT -> {
        menu.addIf(place.hasSelf(), 2, () -> inner(place));
        menu.add(2, () -> read(INT, "#receiver:16.v", JavaType.BOX, place));
        menu.add(1, () -> read(INT, "#receiver:16.a()", JavaType.PAIR, place));
        menu.add(1, () -> read(INT, "#receiver:16.ordinal()", JavaType.COLOR, place));
        menu.add(1, () -> read(INT, "#receiver:16.size()", JavaType.INTEGERS, place));
      }
      case STRING -> {
        menu.add(1, () -> read(STRING, "#receiver:16.s", JavaType.BOX, place));
        menu.add(1, () -> read(STRING, "#receiver:16.b()", JavaType.PAIR, place));
      }
      case LONG -> menu.add(2, () -> read(JavaType.LONG, "#receiver:16.w", JavaType.BOX, place));
      case BOX -> {
        menu.add(3, () -> create(type, "new Box(#argument)", expression(INT, place)));
        menu.add(1, () -> counted(place));
        menu.add(2, () -> read(type, "#receiver:16.next", JavaType.BOX, place));
      }
      case PAIR ->
          menu.add(
              4,
              () ->
                  create(
                      type,
                      "new Pair(#first, #second)",
                      expression(INT, place),
                      expression(STRING, place)));
      case OBJECT ->
          menu.add(
              1,
              () ->
                  Node.expression(
                      Construct.NEW,
                      type,
                      Precedence.CAST,
                      "(Object) new Nest(#left, #right)",
                      expression(type, place),
                      expression(JavaType.PAIR, place)));
      case SHAPE -> {
        menu.add(2, () -> create(type, "Shape.circle(#argument)", expression(INT, place)));
        menu.add(2, () -> create(type, "Shape.square(#argument)", expression(INT, place)));
      }
      case INTEGERS -> {
        menu.add(
            2,
            () ->
                create(
                    type,
                    "new ArrayList<Integer>(List.of(#first, #second))",
                    expression(INT, place),
                    expression(INT, place)));
        menu.add(2, () -> listOf(type, "Integer", INT, place));
      }
      case STRINGS -> menu.add(3, () -> listOf(type, "String", STRING, place));
      case INT_ARRAY -> arrays(type, INT, place, menu);
      case BYTE_ARRAY -> arrays(type, JavaType.BYTE, place, menu);
      case LONG_ARRAY -> arrays(type, JavaType.LONG, place, menu);
      case STRING_ARRAY -> arrays(type, STRING, place, menu);
      case INT_MATRIX -> matrices(place, menu);
      default -> {}
    }
  }

  private void arrays(JavaType type, JavaType element, Place place, Menu menu) {
    menu.add(
        3,
        () ->
            Node.expression(
                Construct.ARRAY_INITIALIZER,
                type,
                Precedence.PRIMARY,
                "new " + type.source() + " {#first, #second, #third, #fourth}",
                expression(element, place),
                expression(element, place),
                expression(element, place),
                expression(element, place)));
    menu.add(
        2,
        () ->
            Node.expression(
                Construct.NEW_ARRAY,
                type,
                Precedence.POSTFIX,
                rand.chance(85)
                    ? "new " + element.source() + "[(#length:8 & 3) + 1]"
                    : "new " + element.source() + "[#length:11 % 9]",
                expression(INT, place)));
  }

  private void matrices(Place place, Menu menu) {
    menu.add(
        2,
        () ->
            Node.expression(
                Construct.NEW_ARRAY,
                JavaType.INT_MATRIX,
                Precedence.POSTFIX,
                "new int[(#rows:8 & 1) + 1][(#columns:8 & 3) + 1]",
                expression(INT, place),
                expression(INT, place)));
    menu.add(
        2,
        () ->
            Node.expression(
                Construct.ARRAY_INITIALIZER,
                JavaType.INT_MATRIX,
                Precedence.PRIMARY,
                "new int[][] {{#first, #second}, {#third, #fourth}}",
                expression(INT, place),
                expression(INT, place),
                expression(INT, place),
                expression(INT, place)));
  }

  private Node inner(Place place) {
    String receiver =
        rand.pick("self(" + site() + ").", "maybe(" + site() + ").", place.body().self() + ".", "");
    return Node.expression(
        Construct.NEW_INNER,
        INT,
        Precedence.PRIMARY,
        receiver + "new Inner(#argument).get()",
        expression(INT, place));
  }

  private Node read(JavaType type, String template, JavaType receiver, Place place) {
    return Node.expression(
        Construct.QUALIFIED_FIELD_READ,
        type,
        Precedence.PRIMARY,
        template,
        expression(receiver, place));
  }

  private Node counted(Place place) {
    return Node.expression(
        Construct.NEW,
        JavaType.BOX,
        Precedence.CAST,
        "(Box) new Counted(#argument)",
        expression(INT, place));
  }

  private static Node create(JavaType type, String template, Node... arguments) {
    return Node.expression(Construct.NEW, type, Precedence.PRIMARY, template, arguments);
  }

  private Node listOf(JavaType type, String reference, JavaType element, Place place) {
    return Node.expression(
        Construct.LIST_OF,
        type,
        Precedence.PRIMARY,
        rand.chance(70)
            ? "List.<" + reference + ">of(#first, #second)"
            : "Arrays.<" + reference + ">asList(#first, #second)",
        expression(element, place),
        expression(element, place));
  }
}
