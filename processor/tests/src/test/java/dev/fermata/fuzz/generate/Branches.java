package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;

/**
 * Blocks, labelled blocks and conditions, with pattern variables that are in scope in a branch or
 * after it.
 */
final class Branches extends Family implements StatementFamily {
  private final Patterns patterns;
  private final Jumps jumps;

  Branches(Workshop workshop) {
    super(workshop);
    patterns = new Patterns(workshop);
    jumps = new Jumps(workshop);
  }

  @Override
  public void offer(Place place, Menu menu) {
    if (place.depth() <= 0) {
      return;
    }
    menu.add(2, () -> block(place));
    menu.add(3, () -> labeled(place));
    menu.add(5, () -> single(place));
    menu.add(5, () -> both(place));
    menu.add(3, () -> patternBranch(place));
    menu.add(3, () -> patternAfter(place));
  }

  private Node block(Place place) {
    Node body = workshop.block(place);
    return Node.statement(Construct.BLOCK, "{\n#body}", body).completing(body.completes());
  }

  private Node labeled(Place place) {
    Target target = new Target(Target.Kind.BLOCK, jumps.label(place));
    Node body = workshop.block(place.inside(target));
    boolean completes = body.completes() || target.isBroken();
    if (rand.chance(30)) {
      return Node.statement(
          Construct.LABELED,
          target.label() + ":\nif (#condition) {\n#body}",
          condition(place),
          body);
    }
    return Node.statement(Construct.LABELED, target.label() + ": {\n#body}", body)
        .completing(completes);
  }

  private Node single(Place place) {
    return Node.statement(
        Construct.IF,
        "if (#condition) {\n#then}",
        expression(JavaType.BOOLEAN, place),
        workshop.block(place));
  }

  private Node both(Place place) {
    Node then = workshop.block(place);
    Node otherwise = workshop.block(place);
    String template =
        "if (#condition) {\n#then} else "
            + (rand.chance(30) ? "if (#second) " : "")
            + "{\n#otherwise}";
    boolean ladder = template.contains("#second");
    Node condition = expression(JavaType.BOOLEAN, place);
    return ladder
        ? Node.statement(Construct.IF_ELSE, template, condition, then, condition(place), otherwise)
        : Node.statement(Construct.IF_ELSE, template, condition, then, otherwise)
            .completing(then.completes() || otherwise.completes());
  }

  private Node patternBranch(Place place) {
    Place inside = place.inner();
    Node test = patterns.test(place.deeper(), inside.scope());
    Node more = expression(JavaType.BOOLEAN, inside.atMost(1));
    return Node.statement(
        Construct.IF,
        rand.chance(50)
            ? "if (#condition && #more:5) {\n#then}"
            : "if (!(#condition) || !#more:14) ; else {\n#then}",
        test,
        more,
        workshop.block(inside));
  }

  /** The variable is in scope behind the statement, because the branch never gets there. */
  private Node patternAfter(Place place) {
    Scope bindings = place.scope().inner();
    Node test = patterns.test(place.deeper(), bindings);
    Place branch = place.inner();
    Node before = workshop.completingBlock(branch);
    Node leave = jumps.unconditional(branch);
    place.scope().adopt(bindings);
    return Node.statement(
        Construct.IF_NOT_INSTANCEOF,
        "if (!(#condition)) {\n{\n#before}\n#leave\n}",
        test,
        before,
        leave);
  }
}
