package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.Precedence;
import java.util.ArrayList;
import java.util.List;

/**
 * Awaits of everything that can be awaited: points under control, stages, calls, tasks, groups,
 * blocks in place.
 */
final class Awaits extends Family implements ExpressionFamily {
  Awaits(Workshop workshop) {
    super(workshop);
  }

  @Override
  public void offer(JavaType type, Place place, Menu menu) {
    menu.add(12, () -> point(type, place));
    menu.add(3, () -> stage(type, place));
    menu.add(2, () -> nested(type, place));
    menu.addIf(place.mayThrow(), 3, () -> checked(type, place));
    menu.addIf(place.depth() > 0, 2, () -> block(type, place));
    List<Signature> calls =
        workshop
            .members()
            .signatures(
                s -> s.kind() != Body.Kind.GENERATOR && s.gives(type) && s.isCallableAt(place));
    menu.addIf(
        !calls.isEmpty(),
        8,
        () ->
            await(Construct.AWAIT_CALL, type, "await(#call)", call(rand.pick(calls), type, place)));
    List<Signature> coroutines =
        calls.stream().filter(s -> s.kind() == Body.Kind.COROUTINE).toList();
    menu.addIf(
        !coroutines.isEmpty(),
        2,
        () ->
            await(
                Construct.AWAIT_TASK,
                type,
                "await(start(#call))",
                call(rand.pick(coroutines), type, place)));
    menu.addIf(type == JavaType.INTEGERS, 6, () -> gather(type, "", place));
    menu.addIf(type == JavaType.INT, 2, () -> gather(type, ".get(0)", place));
  }

  /** The static type is the box; a primitive type that has no box here gets a cast. */
  private static Node await(Construct construct, JavaType type, String template, Node... operands) {
    return switch (type) {
      case SHORT, BYTE, FLOAT ->
          Node.expression(
              construct, type, Precedence.CAST, "(" + type.source() + ") " + template, operands);
      case INT ->
          Node.expression(construct, JavaType.BOXED_INT, Precedence.PRIMARY, template, operands);
      case LONG ->
          Node.expression(construct, JavaType.BOXED_LONG, Precedence.PRIMARY, template, operands);
      case CHAR ->
          Node.expression(construct, JavaType.BOXED_CHAR, Precedence.PRIMARY, template, operands);
      case BOOLEAN ->
          Node.expression(
              construct, JavaType.BOXED_BOOLEAN, Precedence.PRIMARY, template, operands);
      case DOUBLE ->
          Node.expression(construct, JavaType.BOXED_DOUBLE, Precedence.PRIMARY, template, operands);
      default -> Node.expression(construct, type, Precedence.PRIMARY, template, operands);
    };
  }

  private Node point(JavaType type, Place place) {
    return await(
        Construct.AWAIT, type, "await(point(" + site() + ", #value))", expression(type, place));
  }

  private Node stage(JavaType type, Place place) {
    return await(
        Construct.AWAIT_STAGE,
        type,
        "await(stage(" + site() + ", #value))",
        expression(type, place));
  }

  private Node nested(JavaType type, Place place) {
    String template = "await(await(point(" + site() + ", point(" + site() + ", #value))))";
    return await(Construct.AWAIT_NESTED, type, template, expression(type, place));
  }

  private Node checked(JavaType type, Place place) {
    String template =
        "await(" + rand.pick("point", "stage") + "(" + site() + ", #value), Checked.class)";
    return await(Construct.AWAIT_CHECKED, type, template, expression(type, place));
  }

  private Node block(JavaType type, Place place) {
    Place inside = place.deeper().asyncBlock(place.body().nested(Body.Kind.VALUE, type));
    Node statements = workshop.completingStatements(inside);
    Node value = expression(type, inside);
    Node block =
        Node.fixed(
            Construct.ASYNC_BLOCK,
            "async(() -> {\n#statements return #value;\n})",
            statements,
            value);
    return await(Construct.AWAIT_BLOCK, type, "await(#block)", block);
  }

  private Node gather(JavaType type, String suffix, Place place) {
    Node first = awaitable(place);
    Node second = awaitable(place);
    return await(
        Construct.AWAIT_GATHER, type, "await(gather(#first, #second))" + suffix, first, second);
  }

  private Node awaitable(Place place) {
    List<Signature> calls =
        workshop
            .members()
            .signatures(
                s ->
                    s.kind() == Body.Kind.COROUTINE
                        && s.result() == JavaType.INT
                        && s.isCallableAt(place));
    return calls.isEmpty() || rand.chance(40)
        ? Node.fixed(
            Construct.FIXED, "point(" + site() + ", #value)", expression(JavaType.INT, place))
        : call(rand.pick(calls), JavaType.INT, place);
  }

  /** A call of an async method, which gives a coroutine, a stage or a generator. */
  Node call(Signature signature, JavaType type, Place place) {
    List<Node> arguments = new ArrayList<>();
    StringBuilder template =
        new StringBuilder(receiver(signature, place)).append(signature.name()).append("(n - 1");
    for (JavaType parameter : signature.parameters()) {
      template.append(", #argument");
      arguments.add(
          expression(parameter == JavaType.TYPE_VARIABLE ? type : parameter, place.atMost(1)));
    }
    return Node.fixed(
        Construct.CALL, template.append(')').toString(), arguments.toArray(new Node[0]));
  }

  private String receiver(Signature signature, Place place) {
    if (signature.isStatic()) {
      return workshop.members().generatedName() + ".";
    }
    return switch (rand.below(8)) {
      case 0 -> place.body().self() + ".";
      case 1 -> "self(" + site() + ").";
      default -> "";
    };
  }
}
