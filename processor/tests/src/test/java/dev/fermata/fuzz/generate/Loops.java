package dev.fermata.fuzz.generate;

import static dev.fermata.fuzz.program.JavaType.INT;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;

/** Loops of all kinds, with and without a label; each uses up fuel, so that it ends. */
final class Loops extends Family implements StatementFamily {
  private final Jumps jumps;
  private final Patterns patterns;

  Loops(Workshop workshop) {
    super(workshop);
    jumps = new Jumps(workshop);
    patterns = new Patterns(workshop);
  }

  @Override
  public void offer(Place place, Menu menu) {
    if (place.depth() <= 0) {
      return;
    }
    menu.add(3, () -> whileLoop(place));
    menu.add(2, () -> doLoop(place));
    menu.add(4, () -> forLoop(place));
    menu.add(2, () -> endless(place));
    menu.add(3, () -> overArray(place));
    menu.add(3, () -> overList(place));
    menu.add(1, () -> untilPattern(place));
  }

  /** A loop as a target, with a label in some cases. */
  Target target(Place place) {
    return new Target(Target.Kind.LOOP, rand.chance(35) ? jumps.label(place) : null);
  }

  /** The label in front of the loop. */
  static String prefix(Target target) {
    return target.label() == null ? "" : target.label() + ": ";
  }

  private Node whileLoop(Place place) {
    Target target = target(place);
    return Node.statement(
        Construct.WHILE,
        prefix(target) + "while (#condition) {\n#body}",
        fuelled(place),
        workshop.block(place.inside(target)));
  }

  private Node doLoop(Place place) {
    Target target = target(place);
    Node body = workshop.block(place.inside(target));
    boolean again = body.completes() || target.isContinued();
    // In a condition that is never reached javac takes an arm of a switch for the end of the loop.
    Node condition = again ? fuelled(place) : Node.fixed(Construct.FIXED, "fuel()");
    return Node.statement(
            Construct.DO, prefix(target) + "do {\n#body} while (#condition);", body, condition)
        .completing(again || target.isBroken());
  }

  private Node forLoop(Place place) {
    Target target = target(place);
    Place inside = place.inner();
    String name = inside.scope().reserveName(rand);
    String other = inside.scope().reserveName(rand);
    Node start = expression(INT, inside.atMost(2));
    inside.scope().declare(Variable.counter(name, INT));
    boolean two = rand.chance(30);
    Node second = two ? expression(INT, inside.atMost(1)) : Node.fixed(Construct.FIXED, "");
    if (two) {
      inside.scope().declare(Variable.mutable(other, INT));
    }
    Node limit = expression(INT, inside.atMost(1));
    Node step = expression(INT, inside.atMost(1));
    Node body = workshop.block(inside.inside(target));
    return Node.statement(
        Construct.FOR,
        prefix(target)
            + "for (int "
            + name
            + " = #start"
            + (two ? ", " + other + " = " : "")
            + "#second; fuel() && "
            + name
            + " < #limit:10; "
            + name
            + " += (#step:8 & 1) + 1"
            + (two ? ", " + other + "++" : "")
            + ") {\n#body}",
        start,
        second,
        limit,
        step,
        body);
  }

  /** Without a condition: only a jump leaves it. */
  private Node endless(Place place) {
    Target target = target(place);
    boolean forEver = rand.chance(40);
    Node leave = jumps.unconditional(place.inside(target), target);
    Node body = workshop.block(place.inside(target));
    return Node.statement(
            forEver ? Construct.FOR_EVER : Construct.WHILE_TRUE,
            prefix(target)
                + (forEver ? "for (;;)" : "while (true)")
                + " {\nif (!fuel()) {\n#leave\n}\n#body}",
            leave,
            body)
        .completing(target.isBroken());
  }

  private Node overArray(Place place) {
    JavaType arrays =
        rand.pick(
            JavaType.INT_ARRAY, JavaType.STRING_ARRAY, JavaType.BYTE_ARRAY, JavaType.INT_MATRIX);
    JavaType elements =
        switch (arrays) {
          case INT_ARRAY -> rand.pick(INT, JavaType.LONG, JavaType.BOXED_INT);
          case STRING_ARRAY -> JavaType.STRING;
          case BYTE_ARRAY -> rand.pick(JavaType.BYTE, INT);
          default -> JavaType.INT_ARRAY;
        };
    return over(Construct.FOR_ARRAY, elements, expression(arrays, place.atMost(2)), place);
  }

  private Node overList(Place place) {
    boolean strings = rand.chance(30);
    JavaType elements = strings ? JavaType.STRING : rand.pick(INT, JavaType.BOXED_INT);
    Node list = expression(strings ? JavaType.STRINGS : JavaType.INTEGERS, place.atMost(2));
    return over(Construct.FOR_LIST, elements, list, place);
  }

  private Node over(Construct construct, JavaType element, Node elements, Place place) {
    Target target = target(place);
    Place inside = place.inner();
    boolean constant = rand.chance(60);
    boolean unnamed = workshop.language().hasUnnamed() && rand.chance(10);
    String name = unnamed ? "_" : inside.scope().freshName(rand);
    if (!unnamed) {
      inside
          .scope()
          .declare(constant ? Variable.constant(name, element) : Variable.mutable(name, element));
    }
    String modifier = constant && rand.chance(30) ? "final " : "";
    return Node.statement(
        construct,
        prefix(target)
            + "for ("
            + modifier
            + element.source()
            + " "
            + name
            + " : #elements) {\n#body}",
        elements,
        workshop.block(inside.inside(target)));
  }

  /** The variable of the pattern is in scope behind the loop, which nothing breaks. */
  private Node untilPattern(Place place) {
    Scope bindings = place.scope().inner();
    Node test = patterns.test(place.deeper(), bindings);
    // Nothing nested: javac 17 takes some statements inside for a break out of the loop.
    Node body = workshop.statements(place.inner().withoutJumps().atMost(0), 0, 2);
    place.scope().adopt(bindings);
    Node out = Node.statement(Construct.THROW, "throw new Failure(" + site() + ");");
    return Node.statement(
        Construct.WHILE_NOT_INSTANCEOF,
        "while (!(#condition)) {\nif (!fuel()) {\n#leave\n}\n#body}",
        test,
        out,
        body);
  }
}
