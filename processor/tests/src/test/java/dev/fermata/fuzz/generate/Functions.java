package dev.fermata.fuzz.generate;

import static dev.fermata.fuzz.program.JavaType.BOXED_INT;
import static dev.fermata.fuzz.program.JavaType.FUNCTION;
import static dev.fermata.fuzz.program.JavaType.INT;
import static dev.fermata.fuzz.program.JavaType.SUPPLIER;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.Precedence;

/** Lambdas, anonymous classes and method references that capture locals, and calls of them. */
final class Functions extends Family implements ExpressionFamily {
  Functions(Workshop workshop) {
    super(workshop);
  }

  @Override
  public void offer(JavaType type, Place place, Menu menu) {
    switch (type) {
      case SUPPLIER, FUNCTION -> {
        menu.add(5, () -> cast(type, lambda(type, place)));
        menu.add(2, () -> anonymous(type, place));
        menu.add(3, () -> cast(type, reference(type, place)));
      }
      case INT, BOXED_INT -> {
        menu.add(2, () -> call(BOXED_INT, "#function:16.get()", expression(SUPPLIER, place)));
        menu.add(
            2,
            () ->
                call(
                    BOXED_INT,
                    "#function:16.apply(#argument)",
                    expression(FUNCTION, place),
                    expression(INT, place)));
        menu.addIf(place.hasSelf(), 3, () -> argument(place));
      }
      default -> {}
    }
  }

  /** A function for a place that gives it its type. */
  Node bare(JavaType type, Place place) {
    return rand.chance(70) ? lambda(type, place) : reference(type, place);
  }

  private static Node call(JavaType type, String template, Node... operands) {
    return Node.expression(Construct.FUNCTION_CALL, type, Precedence.PRIMARY, template, operands);
  }

  private static Node cast(JavaType type, Node function) {
    return Node.expression(
        Construct.REFERENCE_CAST,
        type,
        Precedence.LAMBDA,
        "(" + type.source() + ") #function",
        function);
  }

  private Node lambda(JavaType type, Place place) {
    Body body = place.body().nested(Body.Kind.VALUE, INT);
    Place inside = place.plainBody(body);
    String parameter = "";
    if (type == FUNCTION) {
      parameter = place.scope().freshName(rand);
      inside.scope().declare(Variable.constant(parameter, BOXED_INT));
    }
    String head =
        type == SUPPLIER
            ? "() -> "
            : rand.pick(
                parameter + " -> ", "(" + parameter + ") -> ", "(Integer " + parameter + ") -> ");
    return rand.chance(60)
        ? Node.fixed(Construct.LAMBDA, head + "#value:1", expression(INT, inside))
        : Node.fixed(Construct.LAMBDA, head + "{\n#body}", valueBody(inside));
  }

  private Node anonymous(JavaType type, Place place) {
    Body body =
        place.body().inClass(Body.Kind.VALUE, INT, workshop.members().className() + ".this");
    Place inside = place.plainBody(body);
    String head = "public Integer get() {\n";
    if (type == FUNCTION) {
      String parameter = place.scope().freshName(rand);
      inside.scope().declare(Variable.constant(parameter, BOXED_INT));
      head = "public Integer apply(Integer " + parameter + ") {\n";
    }
    return Node.expression(
        Construct.ANONYMOUS_CLASS,
        type,
        Precedence.PRIMARY,
        "new " + type.source() + "() {\n@Override " + head + "#body}\n}",
        valueBody(inside));
  }

  /** Statements that end with a value. */
  private Node valueBody(Place inside) {
    Node statements = workshop.statements(inside, 0, 2);
    return statements.completes()
        ? Node.fixed(
            Construct.FIXED,
            "#statements return #value;\n",
            statements,
            expression(INT, inside.deeper()))
        : statements;
  }

  private Node reference(JavaType type, Place place) {
    String owner = workshop.members().className();
    if (type == SUPPLIER) {
      return place.hasSelf() && rand.chance(60)
          ? Node.fixed(
              Construct.METHOD_REFERENCE,
              rand.pick("self(" + site() + ")", place.body().self()) + "::nothing")
          : Node.fixed(
              Construct.METHOD_REFERENCE,
              "#receiver:16::length",
              expression(JavaType.STRING, place));
    }
    return place.hasSelf() && rand.chance(60)
        ? Node.fixed(
            Construct.METHOD_REFERENCE,
            rand.pick("self(" + site() + ")", "maybe(" + site() + ")", place.body().self())
                + "::secret")
        : Node.fixed(Construct.METHOD_REFERENCE, owner + "::twice");
  }

  /** A lambda that gets its type from the method it is handed to. */
  private Node argument(Place place) {
    Place inside = place.plainBody(place.body().nested(Body.Kind.VALUE, INT));
    String parameter = place.scope().freshName(rand);
    inside.scope().declare(Variable.constant(parameter, INT));
    Node lambda = Node.fixed(Construct.LAMBDA, parameter + " -> #value:1", expression(INT, inside));
    return rand.chance(50)
        ? Node.expression(
            Construct.LAMBDA_ARGUMENT,
            INT,
            Precedence.PRIMARY,
            "applyTo(#function, #argument)",
            lambda,
            expression(INT, place))
        : Node.expression(
            Construct.LAMBDA_ARGUMENT,
            INT,
            Precedence.PRIMARY,
            "applyAfter(#argument, #function)",
            expression(INT, place),
            lambda);
  }
}
