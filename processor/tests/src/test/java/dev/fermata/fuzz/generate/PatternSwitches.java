package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import java.util.ArrayList;
import java.util.List;

/** Switch statements over types, with record patterns, guards that await, and null. */
final class PatternSwitches extends Family implements StatementFamily {
  private final Patterns patterns;

  PatternSwitches(Workshop workshop) {
    super(workshop);
    patterns = new Patterns(workshop);
  }

  @Override
  public void offer(Place place, Menu menu) {
    if (place.depth() > 0 && workshop.language().hasPatterns()) {
      menu.add(3, () -> overObject(place));
      menu.add(2, () -> overSealed(place));
    }
  }

  private Node overObject(Place place) {
    Target target = new Target(Target.Kind.SWITCH, null);
    Place inside = place.inside(target);
    List<Node> arms = new ArrayList<>();
    boolean completes = false;
    for (int i = rand.between(1, 3); i > 0; i--) {
      Node arm = guarded(inside);
      arms.add(arm);
      completes |= arm.completes();
    }
    if (rand.chance(40)) {
      arms.add(block("case null -> ", inside));
      completes |= arms.get(arms.size() - 1).completes();
      arms.add(block("default -> ", inside));
    } else {
      arms.add(block(rand.pick("default -> ", "case null, default -> "), inside));
    }
    completes |= arms.get(arms.size() - 1).completes();
    return statement(expression(JavaType.OBJECT, place), arms, completes || target.isBroken());
  }

  private Node overSealed(Place place) {
    Target target = new Target(Target.Kind.SWITCH, null);
    Place inside = place.inside(target);
    List<Node> arms = new ArrayList<>();
    arms.add(block("case Shape.Circle o" + site() + " -> ", inside));
    arms.add(block("case Shape.Square o" + site() + " -> ", inside));
    boolean completes = arms.stream().anyMatch(Node::completes);
    return statement(expression(JavaType.SHAPE, place), arms, completes || target.isBroken());
  }

  private static Node statement(Node selector, List<Node> arms, boolean completes) {
    return Node.statement(
            Construct.SWITCH_PATTERN,
            "switch (#selector) {\n#arms}",
            selector,
            Node.list(arms, true))
        .completing(completes);
  }

  private Node block(String head, Place place) {
    Node body = workshop.block(place);
    return Node.fixed(Construct.ARM_BLOCK, head + "{\n#body}", body).completing(body.completes());
  }

  /** A pattern with a guard, which sees only what is effectively final, and is no constant. */
  private Node guarded(Place place) {
    Place inside = place.inner();
    String pattern;
    if (rand.chance(35)) {
      Scope bindings = inside.scope().inner();
      pattern = patterns.recordPattern(bindings);
      inside.scope().adoptConstant(bindings);
    } else {
      JavaType type = rand.pick(Patterns.TESTED);
      String name = "o" + site();
      inside.scope().declare(Variable.constant(name, type));
      pattern = type.source() + " " + name;
    }
    Node guard = guard(inside);
    Node body = workshop.block(inside);
    return Node.fixed(
            Construct.GUARD,
            "case " + pattern + " when flag(" + site() + ") && #guard:5 -> {\n#body}",
            guard,
            body)
        .completing(body.completes());
  }
}
