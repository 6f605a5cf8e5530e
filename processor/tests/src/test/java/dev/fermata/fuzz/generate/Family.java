package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.Precedence;
import java.util.Set;

/** What families have in common. */
abstract class Family {
  private static final Set<Construct> ASSIGNING =
      Set.of(
          Construct.ASSIGN,
          Construct.COMPOUND_ASSIGN,
          Construct.STRING_COMPOUND_ASSIGN,
          Construct.INCREMENT);

  private static final Set<Construct> CHOICES =
      Set.of(
          Construct.CONDITIONAL,
          Construct.INSTANCEOF_PATTERN,
          Construct.SWITCH_EXPRESSION,
          Construct.SWITCH_EXPRESSION_PATTERN);

  final Workshop workshop;
  final Rand rand;

  Family(Workshop workshop) {
    this.workshop = workshop;
    this.rand = workshop.rand();
  }

  /** An expression of that static type, or of its box. */
  final Node expression(JavaType type, Place place) {
    return workshop.expression(type, place);
  }

  /**
   * An argument of an overloaded method: no choice between a primitive type and its box, which can
   * be ambiguous, and no lambda.
   */
  final Node argument(JavaType type, Place place) {
    Node argument = expression(type, place);
    return CHOICES.contains(argument.construct()) ? workshop.constant(type) : argument;
  }

  /**
   * The value of a yield statement, which javac takes for a call where it starts with a
   * parenthesis.
   */
  final Node yielded(JavaType type, Place place) {
    Node value = expression(type, place);
    return value.source().startsWith("(") ? workshop.constant(type) : value;
  }

  /** A condition that is no constant, so that it says nothing about reachability. */
  final Node condition(Place place) {
    Node condition = expression(JavaType.BOOLEAN, place.atMost(2));
    return condition.construct() == Construct.LITERAL || rand.chance(40)
        ? flagged(condition)
        : condition;
  }

  private Node flagged(Node condition) {
    String flag = "flag(" + workshop.site() + ")";
    return rand.chance(50)
        ? Node.expression(Construct.LITERAL, JavaType.BOOLEAN, Precedence.PRIMARY, flag)
        : Node.expression(
            Construct.AND, JavaType.BOOLEAN, Precedence.AND, flag + " && #right:5", condition);
  }

  /**
   * The condition of a case label: it sees only what is effectively final, and assigns nothing.
   * javac takes the arrow of a lambda inside of it for that of the case.
   */
  final Node guard(Place place) {
    Node guard = condition(place.within(place.scope().capturing()));
    return guard.source().contains("->") || assigns(guard)
        ? Node.expression(
            Construct.LITERAL, JavaType.BOOLEAN, Precedence.PRIMARY, "flag(" + site() + ")")
        : guard;
  }

  private static boolean assigns(Node guard) {
    boolean[] found = {false};
    guard.walk(n -> found[0] |= ASSIGNING.contains(n.construct()));
    return found[0];
  }

  /** The condition of a loop, which uses up fuel and is no constant. */
  final Node fuelled(Place place) {
    Node fuel = Node.fixed(Construct.FIXED, "fuel()");
    if (rand.chance(25)) {
      return fuel;
    }
    return Node.expression(
        Construct.AND,
        JavaType.BOOLEAN,
        Precedence.AND,
        "#left && #right:5",
        fuel,
        condition(place));
  }

  final int site() {
    return workshop.site();
  }

  /** The static type of a choice between two expressions that were made for {@code type}. */
  static JavaType merged(JavaType type, Node left, Node right) {
    JavaType first = left.type();
    return first != null && first.isBoxed() && first == right.type() ? first : type.unboxed();
  }
}
