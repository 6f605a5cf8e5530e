package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Switch statements over numbers, strings, enums: groups that fall through, arrows, default
 * anywhere.
 */
final class SwitchStatements extends Family implements StatementFamily {
  private final Labels labels;
  private final Jumps jumps;

  SwitchStatements(Workshop workshop) {
    super(workshop);
    labels = new Labels(rand);
    jumps = new Jumps(workshop);
  }

  @Override
  public void offer(Place place, Menu menu) {
    if (place.depth() > 0) {
      menu.add(4, () -> groups(place));
      menu.add(3, () -> arrows(place));
    }
  }

  private static Construct construct(Labels.Selector selector, Construct other) {
    return switch (selector.type()) {
      case STRING -> Construct.SWITCH_STRING;
      case COLOR -> Construct.SWITCH_ENUM;
      default -> other;
    };
  }

  private Node selectorOf(Labels.Selector selector, Place place) {
    Node operand = expression(selector.type(), place);
    return selector.type() == JavaType.INT
        ? Node.fixed(Construct.FIXED, "#selector:8 & 3", operand)
        : operand;
  }

  private List<String> heads(Labels.Selector selector, boolean withDefault, String end) {
    List<String> heads = new ArrayList<>();
    for (String label : labels.choose(selector, rand.between(1, 3))) {
      heads.add("case " + label + end);
    }
    if (withDefault) {
      heads.add(rand.below(heads.size() + 1), "default" + end);
    }
    return heads;
  }

  private Node groups(Place place) {
    Labels.Selector selector = labels.selector(place);
    boolean withDefault = rand.chance(60);
    Target target = new Target(Target.Kind.SWITCH, rand.chance(15) ? jumps.label(place) : null);
    Scope shared = place.scope().inner();
    List<Node> groups = new ArrayList<>();
    boolean completes = true;
    for (String head : heads(selector, withDefault, ":")) {
      Node group = group(head, place.within(shared).inside(target));
      groups.add(group);
      completes = group.completes();
    }
    boolean reached = completes || target.isBroken() || !withDefault;
    return Node.statement(
            construct(selector, Construct.SWITCH_OLD),
            Loops.prefix(target) + "switch (#selector) {\n#groups}",
            selectorOf(selector, place),
            Node.list(groups, true))
        .completing(reached);
  }

  /**
   * With or without braces of its own; without, its variables stay declared in the groups that
   * follow.
   */
  private Node group(String head, Place shared) {
    Place inside = shared.inner().deeper();
    Node body = workshop.statements(inside, 0, 2);
    boolean braces = rand.chance(50);
    if (!braces) {
      shared.scope().reserveNamesOf(inside.scope());
    }
    Node end =
        body.completes() && rand.chance(50)
            ? breakOf(shared)
            : Node.list(List.of(), true).completing(body.completes());
    String template = braces ? head + " {\n#body#end\n}" : head + "\n#body#end";
    return Node.fixed(Construct.CASE, template, body, end)
        .completing(body.completes() && end.completes());
  }

  private static Node breakOf(Place place) {
    place.targets().get(place.targets().size() - 1).noteBreak();
    return Node.statement(Construct.BREAK, "break;\n").completing(false);
  }

  private Node arrows(Place place) {
    Labels.Selector selector = labels.selector(place);
    boolean withDefault = rand.chance(60);
    Target target = new Target(Target.Kind.SWITCH, rand.chance(15) ? jumps.label(place) : null);
    List<Node> arms = new ArrayList<>();
    boolean completes = !withDefault;
    for (String head : heads(selector, withDefault, " ->")) {
      Node arm = arm(head, place.inside(target));
      arms.add(arm);
      completes |= arm.completes();
    }
    return Node.statement(
            construct(selector, Construct.SWITCH_ARROW),
            Loops.prefix(target) + "switch (#selector) {\n#arms}",
            selectorOf(selector, place),
            Node.list(arms, true))
        .completing(completes || target.isBroken());
  }

  private Node arm(String head, Place place) {
    return switch (rand.below(10)) {
      case 0 ->
          Node.fixed(Construct.ARM_THROW, head + " throw new Failure(" + site() + ");")
              .completing(false);
      case 1, 2 ->
          Node.fixed(
              Construct.ARM_VALUE,
              head + " note(" + site() + ", #value);",
              expression(JavaType.INT, place.deeper()));
      default -> {
        Node body = workshop.block(place);
        yield Node.fixed(Construct.ARM_BLOCK, head + " {\n#body}", body)
            .completing(body.completes());
      }
    };
  }
}
