package dev.fermata.fuzz.generate;

import static dev.fermata.fuzz.program.JavaType.INT;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Try statements over resources: plain, asynchronous, scopes that see the failure, null ones, ones
 * that fail to close.
 */
final class Resources extends Family implements StatementFamily {
  private final Tries tries;

  Resources(Workshop workshop) {
    super(workshop);
    tries = new Tries(workshop);
  }

  @Override
  public void offer(Place place, Menu menu) {
    if (place.depth() > 0) {
      menu.add(4, () -> over(place));
      menu.add(1, () -> overVariable(place));
    }
  }

  private Node over(Place place) {
    List<String> caught = rand.chance(50) ? tries.caught() : List.of();
    Node last = rand.chance(25) ? tries.finallyBlock(place) : null;
    Place around = last == null || last.completes() ? place : place.inside(Target.BARRIER);
    Place inside = Tries.handling(caught, around).inner();
    List<Node> parts = new ArrayList<>();
    StringBuilder head = new StringBuilder("try (");
    boolean suspends = false;
    for (int i = rand.between(1, 2); i > 0; i--) {
      boolean async = mayBeAsync(place) && rand.chance(65);
      suspends |= async;
      head.append(i > 0 && !parts.isEmpty() ? "; " : "").append("#resource");
      parts.add(async ? asyncResource(inside) : resource(inside));
    }
    Node body = tries.body(caught, inside);
    parts.add(body);
    Construct construct = suspends ? Construct.TRY_ASYNC_RESOURCE : Construct.TRY_RESOURCE;
    return tries.finish(
        head + ") {\n#body}", construct, parts, body.completes(), caught, last, around);
  }

  private boolean mayBeAsync(Place place) {
    return place.mayAwait() && workshop.language().has(Language.Feature.ASYNC_RESOURCES);
  }

  private Node resource(Place place) {
    String name = place.scope().reserveName(rand);
    boolean await = place.mayAwait() && rand.chance(40);
    Node value = expression(INT, place.atMost(1));
    String open = "res(" + site() + ", #value)";
    String made = await ? "await(point(" + site() + ", " + open + "))" : open;
    String type = rand.pick("var", "Res", "AutoCloseable");
    if (type.equals("AutoCloseable") && !place.mayThrow()) {
      type = "Res";
    }
    return Node.fixed(
        await ? Construct.AWAIT : Construct.RESOURCE, type + " " + name + " = " + made, value);
  }

  private Node asyncResource(Place place) {
    String name = place.scope().reserveName(rand);
    Node value = expression(INT, place.atMost(1));
    boolean await = rand.chance(40);
    boolean scope = workshop.language().has(Language.Feature.SCOPES) && rand.chance(50);
    String open = (scope ? "scope(" : "asyncRes(") + site() + ", #value)";
    String made = await ? "await(point(" + site() + ", " + open + "))" : open;
    String type =
        scope
            ? rand.pick("var", "Scope", "AsyncScope")
            : rand.pick("var", "AsyncRes", "AsyncCloseable");
    return Node.fixed(
        await ? Construct.AWAIT : Construct.RESOURCE, type + " " + name + " = " + made, value);
  }

  /** Over a variable that exists already. */
  private Node overVariable(Place place) {
    boolean async = mayBeAsync(place) && rand.chance(60);
    String name = place.scope().reserveName(rand);
    Node value = expression(INT, place.atMost(1));
    boolean waits = place.mayAwait() && rand.chance(50);
    String meanwhile = waits ? "await(point(" + site() + ", 0));\n" : "";
    Node body = workshop.block(place);
    String open =
        async
            ? (workshop.language().has(Language.Feature.SCOPES)
                ? rand.pick("asyncRes", "scope")
                : "asyncRes")
            : "res";
    String declaration = "var " + name + " = " + open + "(" + site() + ", #value);\n";
    return Node.statement(
            async ? Construct.TRY_ASYNC_RESOURCE : Construct.TRY_RESOURCE,
            declaration + meanwhile + "try (" + name + ") {\n#body}",
            value,
            body)
        .completing(body.completes());
  }
}
