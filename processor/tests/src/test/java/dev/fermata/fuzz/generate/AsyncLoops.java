package dev.fermata.fuzz.generate;

import static dev.fermata.fuzz.program.JavaType.INT;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import java.util.List;

/** Loops over generators and publishers, {@code emitAll}, and the generator's protocol by hand. */
final class AsyncLoops extends Family implements StatementFamily {
  private final Loops loops;

  AsyncLoops(Workshop workshop) {
    super(workshop);
    loops = new Loops(workshop);
  }

  @Override
  public void offer(Place place, Menu menu) {
    if (place.depth() <= 0
        || !place.mayAwait()
        || !workshop.language().has(Language.Feature.ASYNC_LOOPS)) {
      return;
    }
    List<Signature> generators =
        workshop
            .members()
            .signatures(s -> s.kind() == Body.Kind.GENERATOR && s.isCallableAt(place));
    if (!generators.isEmpty()) {
      menu.add(7, () -> overGenerator(rand.pick(generators), place));
      menu.add(2, () -> byHand(rand.pick(generators), place));
    }
    menu.add(2, () -> overPublisher(place));
    List<Signature> same = generators.stream().filter(s -> s.result() == place.emitted()).toList();
    menu.addIf(
        !same.isEmpty(),
        8,
        () ->
            Node.statement(
                Construct.EMIT_ALL, "emitAll(#generator);", emitted(rand.pick(same), place)));
  }

  private Node call(Signature signature, Place place) {
    JavaType type = signature.result() == JavaType.TYPE_VARIABLE ? INT : signature.result();
    return workshop.call(signature, type, place);
  }

  private Node emitted(Signature signature, Place place) {
    return workshop.call(signature, signature.result(), place);
  }

  private static JavaType elements(Signature signature) {
    return signature.result() == JavaType.TYPE_VARIABLE ? JavaType.BOXED_INT : signature.result();
  }

  private Node overGenerator(Signature signature, Place place) {
    return loop(Construct.AWAIT_EACH, elements(signature), call(signature, place), place);
  }

  private Node overPublisher(Place place) {
    Node publisher =
        Node.fixed(
            Construct.FIXED,
            "publisher(" + site() + ", #first, #second)",
            expression(INT, place.atMost(1)),
            expression(INT, place.atMost(1)));
    return loop(Construct.AWAIT_PUBLISHER, JavaType.BOXED_INT, publisher, place);
  }

  private Node loop(Construct construct, JavaType element, Node source, Place place) {
    Target target = loops.target(place);
    Place inside = place.inner();
    String name = inside.scope().freshName(rand);
    boolean inferred = rand.chance(50);
    JavaType boxed = element.boxed();
    inside
        .scope()
        .declare(rand.chance(60) ? Variable.constant(name, boxed) : Variable.mutable(name, boxed));
    return Node.statement(
        construct,
        Loops.prefix(target)
            + "for ("
            + (inferred ? "var" : element.reference())
            + " "
            + name
            + " : awaitEach(#source)) {\n#body}",
        source,
        workshop.block(inside.inside(target)));
  }

  /** Some elements by hand, then a failure thrown in, or closed, or left alone. */
  private Node byHand(Signature signature, Place place) {
    String name = "g" + site();
    String end =
        switch (rand.below(4)) {
          case 0 -> "await(" + name + ".throwIn(new Failure(" + site() + ")));\n";
          case 1 -> "log(" + site() + ", await(" + name + ".throwIn(new Failure.Sub(1))), 0);\n";
          default -> "";
        };
    return Node.statement(
        Construct.AWAIT_NEXT,
        "{\nvar "
            + name
            + " = #generator;\nwhile (fuel() && await("
            + name
            + ".moveNext())) {\nlog("
            + site()
            + ", "
            + name
            + ".current(), #value);\nif (#condition) {\nbreak;\n}\n}\n"
            + end
            + "await("
            + name
            + ".closeAsync());\n}",
        call(signature, place),
        expression(INT, place.inner().atMost(1)),
        condition(place));
  }
}
