package dev.fermata.fuzz.generate;

import static dev.fermata.fuzz.program.JavaType.BOXED_INT;
import static dev.fermata.fuzz.program.JavaType.INT;
import static dev.fermata.fuzz.program.JavaType.LONG;
import static dev.fermata.fuzz.program.JavaType.OBJECT;
import static dev.fermata.fuzz.program.JavaType.STRING;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.Precedence;

/**
 * Calls of the members that every program has: overloaded, generic, with variable arity, private,
 * static, of super.
 */
final class Calls extends Family implements ExpressionFamily {
  Calls(Workshop workshop) {
    super(workshop);
  }

  @Override
  public void offer(JavaType type, Place place, Menu menu) {
    offerStatic(type, place, menu);
    if (place.hasSelf()) {
      offerInstance(type, place, menu);
    }
    if (place.hasThis()) {
      offerSuper(type, place, menu);
    }
  }

  private void offerStatic(JavaType type, Place place, Menu menu) {
    String owner = rand.chance(30) ? workshop.members().className() + "." : "";
    switch (type) {
      case INT -> {
        menu.add(
            3,
            () ->
                call(
                    Construct.STATIC_CALL,
                    INT,
                    owner + "twice(#argument)",
                    expression(INT, place)));
        menu.add(
            2,
            () ->
                call(
                    Construct.STATIC_CALL,
                    INT,
                    "note(" + site() + ", #argument)",
                    expression(INT, place)));
        menu.add(
            2,
            () ->
                call(
                    Construct.INHERITED_CALL,
                    INT,
                    "weighStatic(#argument)",
                    expression(INT, place)));
      }
      case STRING ->
          menu.add(
              2,
              () ->
                  call(
                      Construct.STATIC_CALL,
                      STRING,
                      owner + "mix(#first, #second, #third)",
                      expression(INT, place),
                      expression(rand.pick(LONG, INT), place),
                      expression(STRING, place)));
      case LONG ->
          menu.add(
              2,
              () ->
                  call(
                      Construct.STATIC_CALL,
                      LONG,
                      "note(" + site() + ", #argument)",
                      expression(LONG, place)));
      default -> {}
    }
  }

  private void offerInstance(JavaType type, Place place, Menu menu) {
    String receiver = receiver(place);
    switch (type) {
      case INT -> {
        menu.add(
            4,
            () ->
                call(
                    Construct.CALL,
                    INT,
                    receiver + "plus(#first, #second)",
                    expression(INT, place),
                    expression(INT, place)));
        menu.add(
            3,
            () ->
                call(
                    Construct.OVERLOADED_CALL,
                    INT,
                    "over(#argument)",
                    argument(overload(), place)));
        menu.add(3, () -> sum(receiver, place));
        menu.add(
            2,
            () -> call(Construct.INHERITED_CALL, INT, "weigh(#argument)", expression(INT, place)));
      }
      case BOXED_INT ->
          menu.add(
              2,
              () ->
                  call(
                      Construct.GENERIC_CALL,
                      BOXED_INT,
                      receiver + "same(#argument)",
                      expression(INT, place)));
      case STRING -> {
        menu.add(3, () -> join(place));
        menu.add(
            2, () -> call(Construct.CALL, STRING, "describe(#argument)", expression(INT, place)));
        menu.add(
            2,
            () ->
                call(Construct.GENERIC_CALL, STRING, "same(#argument)", expression(STRING, place)));
      }
      case LONG ->
          menu.add(
              3,
              () ->
                  call(
                      Construct.CALL,
                      LONG,
                      receiver + "wide(#argument)",
                      expression(rand.pick(LONG, INT), place)));
      case BOX -> menu.add(3, () -> call(Construct.CALL, JavaType.BOX, "boxAt(" + site() + ")"));
      case INT_ARRAY -> {
        menu.add(3, () -> call(Construct.CALL, JavaType.INT_ARRAY, "intsAt(" + site() + ")"));
        menu.add(
            2,
            () ->
                call(
                    Construct.CALL,
                    JavaType.INT_ARRAY,
                    receiver + "made(int[]::new, #argument)",
                    expression(INT, place)));
      }
      case OBJECT ->
          menu.add(
              2,
              () ->
                  call(
                      Construct.GENERIC_CALL,
                      OBJECT,
                      "same(#argument)",
                      expression(OBJECT, place)));
      case TYPE_VARIABLE ->
          menu.add(
              3,
              () -> call(Construct.GENERIC_CALL, type, "same(#argument)", expression(type, place)));
      default -> {}
    }
  }

  private void offerSuper(JavaType type, Place place, Menu menu) {
    switch (type) {
      case INT ->
          menu.add(
              2,
              () ->
                  call(
                      Construct.SUPER_CALL, INT, "super.weigh(#argument)", expression(INT, place)));
      case STRING ->
          menu.add(
              2,
              () ->
                  call(
                      Construct.SUPER_CALL,
                      STRING,
                      "super.describe(#argument)",
                      expression(INT, place)));
      default -> {}
    }
  }

  private String receiver(Place place) {
    return switch (rand.below(10)) {
      case 0, 1 -> place.body().self() + ".";
      case 2, 3 -> "self(" + site() + ").";
      case 4 -> "maybe(" + site() + ").";
      default -> "";
    };
  }

  private JavaType overload() {
    return rand.pick(
        INT, LONG, BOXED_INT, STRING, OBJECT, JavaType.CHAR, JavaType.SHORT, JavaType.DOUBLE);
  }

  private Node sum(String receiver, Place place) {
    return switch (rand.below(4)) {
      case 0 -> call(Construct.VARARGS_CALL, INT, receiver + "sum()");
      case 1 ->
          call(
              Construct.VARARGS_CALL,
              INT,
              receiver + "sum(#array)",
              expression(JavaType.INT_ARRAY, place));
      case 2 -> call(Construct.VARARGS_CALL, INT, receiver + "sum(#first)", expression(INT, place));
      default ->
          call(
              Construct.VARARGS_CALL,
              INT,
              receiver + "sum(#first, #second, #third)",
              expression(INT, place),
              expression(rand.pick(INT, JavaType.CHAR), place),
              expression(INT, place));
    };
  }

  private Node join(Place place) {
    return call(
        Construct.VARARGS_CALL,
        STRING,
        "join(#first, #second)",
        expression(workshop.shownType(), place),
        expression(workshop.shownType(), place));
  }

  private static Node call(Construct construct, JavaType type, String template, Node... arguments) {
    return Node.expression(construct, type, Precedence.PRIMARY, template, arguments);
  }
}
