package dev.fermata.fuzz.generate;

import static dev.fermata.fuzz.program.JavaType.BOOLEAN;
import static dev.fermata.fuzz.program.JavaType.INT;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.Precedence;
import java.util.List;

/**
 * Type tests with and without patterns, whose variables are in scope on the right of {@code &&} and
 * in a conditional.
 */
final class Patterns extends Family implements ExpressionFamily {
  static final List<JavaType> TESTED =
      List.of(
          JavaType.BOXED_INT, JavaType.STRING, JavaType.BOX, JavaType.PAIR, JavaType.BOXED_LONG);

  Patterns(Workshop workshop) {
    super(workshop);
  }

  @Override
  public void offer(JavaType type, Place place, Menu menu) {
    if (type == BOOLEAN) {
      menu.add(1, () -> plain(place));
      menu.add(4, () -> bound(BOOLEAN, Precedence.AND, "#test && #then:5", place));
    } else if (type == INT || type == JavaType.STRING) {
      menu.add(
          2, () -> bound(type, Precedence.CONDITIONAL, "#test ? #then:3 : #otherwise:2", place));
    }
  }

  private Node plain(Place place) {
    return Node.expression(
        Construct.INSTANCEOF,
        BOOLEAN,
        Precedence.RELATION,
        "#operand:9 instanceof " + rand.pick(TESTED).source(),
        expression(JavaType.OBJECT, place));
  }

  private Node bound(JavaType type, int precedence, String template, Place place) {
    Place inside = place.inner();
    Node test = test(place, inside.scope());
    Node then = expression(type, inside);
    if (type == BOOLEAN) {
      return Node.expression(Construct.INSTANCEOF_PATTERN, type, precedence, template, test, then);
    }
    Node otherwise = expression(type, place);
    return Node.expression(
        Construct.INSTANCEOF_PATTERN,
        merged(type, then, otherwise),
        precedence,
        template,
        test,
        then,
        otherwise);
  }

  /** A test whose variables are declared in {@code bindings}; their names are used nowhere else. */
  Node test(Place place, Scope bindings) {
    if (workshop.language().hasPatterns() && rand.chance(35)) {
      return recordTest(place, bindings);
    }
    JavaType tested = rand.pick(TESTED);
    Variable variable = bindings.declare(Variable.mutable("o" + site(), tested));
    return Node.fixed(
        Construct.INSTANCEOF_PATTERN,
        "#operand:9 instanceof " + tested.source() + " " + variable.name(),
        expression(JavaType.OBJECT, place));
  }

  private Node recordTest(Place place, Scope bindings) {
    return Node.fixed(
        Construct.INSTANCEOF_RECORD,
        "#operand:9 instanceof " + recordPattern(bindings),
        expression(JavaType.OBJECT, place));
  }

  /** A record pattern, declaring its variables. */
  String recordPattern(Scope bindings) {
    if (rand.chance(65)) {
      return pair(bindings);
    }
    JavaType left = rand.pick(TESTED);
    String first =
        rand.chance(50)
            ? component(left.source(), left, bindings)
            : component("var", JavaType.OBJECT, bindings);
    String second = rand.chance(60) ? pair(bindings) : component("Pair", JavaType.PAIR, bindings);
    return "Nest(" + first + ", " + second + ")";
  }

  private String pair(Scope bindings) {
    return "Pair("
        + component(rand.pick("int", "var"), INT, bindings)
        + ", "
        + component(rand.pick("String", "var"), JavaType.STRING, bindings)
        + ")";
  }

  private String component(String source, JavaType type, Scope bindings) {
    if (workshop.language().hasUnnamed() && rand.chance(15)) {
      return rand.pick("_", source + " _");
    }
    return source + " " + bindings.declare(Variable.mutable("o" + site(), type)).name();
  }
}
