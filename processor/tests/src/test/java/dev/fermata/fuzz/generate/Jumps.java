package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Statements that leave: break and continue with and without label, return, throw, yield. */
final class Jumps extends Family implements StatementFamily {
  private static final List<String> LABELS =
      List.of("outer", "inner", "again", "lab", "D$", "loop", "a", "x");

  Jumps(Workshop workshop) {
    super(workshop);
  }

  @Override
  public void offer(Place place, Menu menu) {
    int weight = place.targets().isEmpty() ? 3 : 9;
    menu.add(weight, () -> conditional(place));
    menu.add(2, () -> unconditional(place));
  }

  private Node conditional(Place place) {
    Node condition = condition(place);
    return Node.statement(
        Construct.IF, "if (#condition) {\n#then\n}", condition, unconditional(place));
  }

  /** A statement that does not complete. */
  Node unconditional(Place place) {
    return unconditional(place, null);
  }

  /** A statement that does not complete, and does not start another round of {@code avoided}. */
  Node unconditional(Place place, @Nullable Target avoided) {
    Menu menu = new Menu();
    Target enclosing =
        innermost(place, t -> t.kind() == Target.Kind.LOOP || t.kind() == Target.Kind.SWITCH);
    Target loop = innermost(place, t -> t.kind() == Target.Kind.LOOP);
    List<Target> labeled = place.targets().stream().filter(t -> t.label() != null).toList();
    List<Target> loops =
        labeled.stream().filter(t -> t.kind() == Target.Kind.LOOP && t != avoided).toList();
    menu.addIf(enclosing != null, 5, () -> breaking(place, enclosing, Construct.BREAK, "break;"));
    menu.addIf(
        loop != null && loop != avoided,
        5,
        () -> continuing(place, loop, Construct.CONTINUE, "continue;"));
    menu.addIf(!labeled.isEmpty(), 4, () -> breakLabel(place, rand.pick(labeled)));
    menu.addIf(!loops.isEmpty(), 4, () -> continueLabel(place, rand.pick(loops)));
    menu.add(3, () -> result(place));
    menu.add(1, () -> thrown(place));
    return menu.choose(rand).completing(false);
  }

  private static @Nullable Target innermost(Place place, Predicate<Target> condition) {
    List<Target> targets = place.targets();
    for (int i = targets.size() - 1; i >= 0; i--) {
      if (condition.test(targets.get(i))) {
        return targets.get(i);
      }
    }
    return null;
  }

  private Node breakLabel(Place place, Target target) {
    return breaking(place, target, Construct.BREAK_LABEL, "break " + target.label() + ";");
  }

  private Node continueLabel(Place place, Target target) {
    return continuing(place, target, Construct.CONTINUE_LABEL, "continue " + target.label() + ";");
  }

  private static Node breaking(
      Place place, @Nullable Target target, Construct construct, String text) {
    if (target != null && reaches(place, target)) {
      target.noteBreak();
    }
    return Node.statement(construct, text);
  }

  private static Node continuing(
      Place place, @Nullable Target target, Construct construct, String text) {
    if (target != null && reaches(place, target)) {
      target.noteContinue();
    }
    return Node.statement(construct, text);
  }

  /** Whether no finally block on the way cancels the jump. */
  private static boolean reaches(Place place, Target target) {
    List<Target> targets = place.targets();
    return !targets.subList(targets.lastIndexOf(target), targets.size()).contains(Target.BARRIER);
  }

  /** What ends the body with a result, or the arm with a value. */
  Node result(Place place) {
    Body body = place.body();
    Place shallow = place.atMost(2);
    return switch (body.kind()) {
      case COROUTINE -> coroutineResult(body, shallow);
      case GENERATOR -> Node.statement(Construct.END, "return end();");
      case STAGE ->
          Node.statement(
              Construct.RETURN,
              "return CompletableFuture.completedFuture(#value);",
              expression(body.result(), shallow));
      case VALUE ->
          Node.statement(Construct.RETURN, "return #value;", expression(body.result(), shallow));
      case ACTION -> Node.statement(Construct.RETURN, "return;");
      case ARM -> Node.statement(Construct.YIELD, "yield #value;", yielded(body.result(), shallow));
    };
  }

  private Node coroutineResult(Body body, Place place) {
    List<Signature> tails =
        workshop
            .members()
            .signatures(
                s ->
                    s.kind() == Body.Kind.COROUTINE
                        && s.result() == body.result()
                        && s.isCallableAt(place));
    if (!tails.isEmpty() && rand.chance(20)) {
      Node call = workshop.call(rand.pick(tails), body.result(), place);
      return Node.statement(Construct.RETURN_TAIL, "return #call;", call);
    }
    return Node.statement(
        Construct.RETURN_DONE, "return done(#value);", expression(body.result(), place));
  }

  private Node thrown(Place place) {
    List<String> kinds =
        new ArrayList<>(List.of("Failure", "Failure.Sub", "IllegalStateException"));
    if (place.mayThrow()) {
      kinds.add("Checked");
    }
    String kind = rand.pick(kinds);
    String argument = kind.startsWith("I") ? "\"illegal \" + #value:12" : "#value";
    return Node.statement(
        Construct.THROW,
        "throw new " + kind + "(" + argument + ");",
        expression(JavaType.INT, place.atMost(1)));
  }

  /** A label that no statement around has. */
  String label(Place place) {
    for (String label : List.of(rand.pick(LABELS), rand.pick(LABELS), rand.pick(LABELS))) {
      if (!place.labels().contains(label)) {
        return label;
      }
    }
    return "label" + site();
  }
}
