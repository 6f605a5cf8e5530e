package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Try statements with every choice of catch clauses and finally, which may be left abruptly. */
final class Tries extends Family implements StatementFamily {
  /** Subclasses before superclasses, so that any selection in this order is valid. */
  private static final List<String> TYPES =
      List.of(
          "Failure.Sub",
          "Failure",
          "NullPointerException | ArithmeticException",
          "Failure | IndexOutOfBoundsException",
          "Checked",
          "Checked | IllegalStateException",
          "RuntimeException",
          "Exception",
          "Throwable");

  Tries(Workshop workshop) {
    super(workshop);
  }

  @Override
  public void offer(Place place, Menu menu) {
    if (place.depth() > 0) {
      menu.add(9, () -> tryStatement(place));
    }
  }

  private Node tryStatement(Place place) {
    List<String> caught = rand.chance(75) ? caught() : List.of();
    Node last = caught.isEmpty() || rand.chance(50) ? finallyBlock(place) : null;
    Place inside = last == null || last.completes() ? place : place.inside(Target.BARRIER);
    return build("try {\n#body}", Construct.TRY, List.of(), caught, last, inside);
  }

  /** The try statement with resources in front of its body, or none. */
  Node build(
      String head,
      Construct construct,
      List<Node> resources,
      List<String> caught,
      @Nullable Node last,
      Place place) {
    List<Node> parts = new ArrayList<>(resources);
    Node body = body(caught, handling(caught, place));
    parts.add(body);
    return finish(head, construct, parts, body.completes(), caught, last, place);
  }

  /** As {@link #build}, with a body that is made already. */
  Node finish(
      String head,
      Construct construct,
      List<Node> parts,
      boolean bodyCompletes,
      List<String> caught,
      @Nullable Node last,
      Place place) {
    List<Node> clauses = new ArrayList<>();
    boolean completes = bodyCompletes;
    for (String type : caught) {
      Node clause = catchClause(type, place);
      clauses.add(clause);
      completes |= clause.completes();
    }
    parts.add(Node.list(clauses, true));
    parts.add(
        last == null
            ? Node.fixed(Construct.FIXED, "")
            : Node.optional(Construct.FINALLY, "finally {\n#body}", last));
    return Node.statement(construct, head + "\n#catches#finally", parts.toArray(new Node[0]))
        .completing(completes && (last == null || last.completes()));
  }

  /**
   * The body, which starts with a call that may throw the checked exception where that is caught.
   */
  Node body(List<String> caught, Place place) {
    Node body = workshop.block(place);
    boolean checked = caught.stream().anyMatch(t -> t.contains("Checked"));
    return checked
        ? Node.fixed(Construct.FIXED, "risky(" + site() + ");\n#body", body)
            .completing(body.completes())
        : body;
  }

  static Place handling(List<String> caught, Place place) {
    return caught.contains("Exception") || caught.contains("Throwable") ? place.throwing() : place;
  }

  /** Types of catch clauses that can stand behind one another. */
  List<String> caught() {
    List<String> caught = new ArrayList<>();
    int from = 0;
    for (int i = rand.between(1, 2); i > 0 && from < TYPES.size(); i--) {
      int next = rand.between(from, TYPES.size() - 1);
      if (!repeats(caught, TYPES.get(next))) {
        caught.add(TYPES.get(next));
      }
      from = next + 1;
    }
    return caught;
  }

  private static boolean repeats(List<String> caught, String type) {
    for (String one : type.split(" \\| ")) {
      if (caught.stream().anyMatch(c -> List.of(c.split(" \\| ")).contains(one))) {
        return true;
      }
    }
    return false;
  }

  Node finallyBlock(Place place) {
    return workshop.block(place);
  }

  private Node catchClause(String type, Place place) {
    Place inside = place.inner();
    String name = inside.scope().reserveName(rand);
    boolean multiple = type.contains("|");
    String modifier = rand.chance(20) ? "final " : "";
    String head =
        "catch (" + modifier + type + " " + name + ") {\nlog(" + site() + ", " + name + ", 0);\n";
    Node body = workshop.block(inside);
    boolean rethrowable =
        inside.mayThrow()
            || !(type.contains("Checked") || type.equals("Exception") || type.equals("Throwable"));
    if (body.completes() && rethrowable && rand.chance(15)) {
      return Node.fixed(Construct.RETHROW, head + "#body throw " + name + ";\n}", body)
          .completing(false);
    }
    Construct construct = multiple ? Construct.MULTI_CATCH : Construct.CATCH;
    return Node.fixed(construct, head + "#body}", body).completing(body.completes());
  }
}
