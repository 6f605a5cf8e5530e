package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.Precedence;
import java.util.ArrayList;
import java.util.List;

/**
 * Switch expressions over numbers, strings, enums and sealed types; arms with values, blocks that
 * yield, and throws.
 */
final class SwitchExpressions extends Family implements ExpressionFamily {
  private final Labels labels;

  SwitchExpressions(Workshop workshop) {
    super(workshop);
    labels = new Labels(rand);
  }

  @Override
  public void offer(JavaType type, Place place, Menu menu) {
    if (place.depth() < 1) {
      return;
    }
    switch (type) {
      case INT, LONG, STRING, BOOLEAN, BOX, DOUBLE -> {
        menu.add(3, () -> arrows(type, place));
        menu.add(1, () -> groups(type, place));
        menu.addIf(workshop.language().hasPatterns(), 2, () -> patterns(type, place));
      }
      default -> {}
    }
  }

  private Node arrows(JavaType type, Place place) {
    Labels.Selector selector = labels.selector(place);
    List<Node> arms = new ArrayList<>();
    for (String label : labels.choose(selector, rand.between(1, 3))) {
      arms.add(arm("case " + label + " -> ", type, place));
    }
    if (!selector.exhaustive() || rand.chance(20)) {
      arms.add(defaultArm(type, place));
    } else {
      arms.set(0, value("case " + firstLabel(arms.get(0)) + " -> ", type, place));
    }
    return expression(Construct.SWITCH_EXPRESSION, type, selectorOf(selector, place), arms);
  }

  private static String firstLabel(Node arm) {
    String source = arm.source();
    return source.substring("case ".length(), source.indexOf(" ->"));
  }

  private Node selectorOf(Labels.Selector selector, Place place) {
    Node operand = expression(selector.type(), place);
    return selector.type() == JavaType.INT
        ? Node.fixed(Construct.FIXED, "#selector:8 & 3", operand)
        : operand;
  }

  /**
   * Whether the whole has a primitive type or its box depends on all arms; who cares takes it for
   * the box.
   */
  private static Node expression(
      Construct construct, JavaType type, Node selector, List<Node> arms) {
    return Node.expression(
        construct,
        type.boxed(),
        Precedence.UNARY,
        "switch (#selector) {\n#arms}",
        selector,
        Node.list(arms, true));
  }

  private Node arm(String head, JavaType type, Place place) {
    Place inside = place.arm(place.body().nested(Body.Kind.ARM, type));
    return switch (rand.below(10)) {
      case 0 -> Node.fixed(Construct.ARM_THROW, head + "throw new Failure(" + site() + ");");
      case 1, 2, 3, 4 ->
          Node.fixed(Construct.ARM_BLOCK, head + "{\n#body}", yielding(type, inside));
      default -> value(head, type, place);
    };
  }

  /** Each switch needs an arm that surely has a value. */
  private Node value(String head, JavaType type, Place place) {
    Place inside = place.arm(place.body().nested(Body.Kind.ARM, type));
    return Node.fixed(Construct.ARM_VALUE, head + "#value;", expression(type, inside));
  }

  private Node defaultArm(JavaType type, Place place) {
    Place inside = place.arm(place.body().nested(Body.Kind.ARM, type));
    return rand.chance(30)
        ? Node.fixed(
            Construct.ARM_BLOCK,
            "default -> {\n#body}",
            Node.fixed(
                Construct.YIELD,
                "#statements yield #value;\n",
                workshop.completingStatements(inside),
                yielded(type, inside)))
        : value("default -> ", type, place);
  }

  private Node yielding(JavaType type, Place inside) {
    Node statements = workshop.statements(inside, 0, 2);
    return statements.completes()
        ? Node.fixed(
            Construct.YIELD,
            "#statements yield #value;\n",
            statements,
            yielded(type, inside.deeper()))
        : statements;
  }

  /** The old form with colons, falling through where a group completes. */
  private Node groups(JavaType type, Place place) {
    Labels.Selector selector = labels.selector(place);
    List<Node> groups = new ArrayList<>();
    for (String label : labels.choose(selector, rand.between(1, 3))) {
      Place inside = place.arm(place.body().nested(Body.Kind.ARM, type));
      groups.add(
          rand.chance(30)
              ? Node.fixed(Construct.CASE, "case " + label + ":\n")
              : Node.fixed(
                  Construct.CASE, "case " + label + ": {\n#body}", yielding(type, inside)));
    }
    Place last = place.arm(place.body().nested(Body.Kind.ARM, type));
    Node end =
        Node.fixed(
            Construct.YIELD,
            "#statements yield #value;\n",
            workshop.completingStatements(last),
            yielded(type, last));
    groups.add(Node.fixed(Construct.CASE, "default: {\n#body}", end));
    return expression(Construct.SWITCH_EXPRESSION, type, selectorOf(selector, place), groups);
  }

  private Node patterns(JavaType type, Place place) {
    List<Node> arms = new ArrayList<>();
    if (rand.chance(40)) {
      arms.add(arm("case null -> ", type, place));
    }
    if (rand.chance(60)) {
      arms.add(guarded(type, place));
    }
    arms.add(arm("case Shape.Circle o" + site() + " -> ", type, place));
    arms.add(value("case Shape.Square o" + site() + " -> ", type, place));
    return expression(
        Construct.SWITCH_EXPRESSION_PATTERN, type, expression(JavaType.SHAPE, place), arms);
  }

  /** A guard sees only what is effectively final, and may be no constant. */
  private Node guarded(JavaType type, Place place) {
    Place inside = place.inner();
    String name = "o" + site();
    Node guard = guard(inside);
    return Node.fixed(
        Construct.GUARD,
        "case Shape.Circle " + name + " when flag(" + site() + ") && #guard:5 -> #value;",
        guard,
        expression(type, inside.arm(place.body().nested(Body.Kind.ARM, type))));
  }
}
