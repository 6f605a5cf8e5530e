package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import java.util.Set;

/**
 * Statements that are expressions with an effect, lines for the trace, and what else has no
 * structure.
 */
final class Effects extends Family implements StatementFamily {
  private static final Set<Construct> STATEMENTS =
      Set.of(
          Construct.ASSIGN,
          Construct.COMPOUND_ASSIGN,
          Construct.STRING_COMPOUND_ASSIGN,
          Construct.INCREMENT,
          Construct.CALL,
          Construct.STATIC_CALL,
          Construct.VARARGS_CALL,
          Construct.OVERLOADED_CALL,
          Construct.SUPER_CALL,
          Construct.FUNCTION_CALL);

  private final Assignments assignments;

  Effects(Workshop workshop) {
    super(workshop);
    assignments = new Assignments(workshop);
  }

  @Override
  public void offer(Place place, Menu menu) {
    menu.add(12, () -> assignment(place));
    menu.add(8, () -> log(place));
    menu.addIf(
        place.mayAwait(),
        8,
        () -> statement(Construct.EXPRESSION_STATEMENT, "#expression;", await(place)));
    menu.add(2, () -> call(place));
    menu.addIf(
        place.mayThrow(),
        1,
        () -> Node.statement(Construct.EXPRESSION_STATEMENT, "risky(" + site() + ");"));
    menu.addIf(
        place.mayAwait(), 1, () -> Node.statement(Construct.YIELD_NOW, "await(yieldNow());"));
    menu.add(1, () -> synchronizedBlock(place));
    menu.add(1, () -> asserting(place));
    menu.add(1, () -> Node.statement(Construct.EMPTY, ";"));
    JavaType emitted = place.emitted();
    if (emitted != null) {
      menu.add(
          18,
          () ->
              Node.statement(
                  Construct.EMIT, "emit(#value);", expression(emitted, place.atMost(2))));
    }
  }

  private static Node statement(Construct construct, String template, Node expression) {
    return Node.statement(construct, template, expression);
  }

  private Node assignment(Place place) {
    Menu menu = new Menu();
    JavaType type = workshop.anyType();
    assignments.offer(type, place.deeper(), menu);
    if (menu.isEmpty()) {
      assignments.offer(JavaType.INT, place.deeper(), menu);
    }
    return statement(Construct.EXPRESSION_STATEMENT, "#expression;", menu.choose(rand));
  }

  /** An await for its effect; one with a cast around it is no statement. */
  private Node await(Place place) {
    JavaType type = rand.pick(JavaType.INT, JavaType.STRING, JavaType.BOX, JavaType.OBJECT);
    Node await = workshop.await(type, place);
    return await;
  }

  private Node call(Place place) {
    for (int attempt = 0; attempt < 5; attempt++) {
      Node call = expression(JavaType.INT, place.atMost(3));
      if (STATEMENTS.contains(call.construct())) {
        return statement(Construct.EXPRESSION_STATEMENT, "#expression;", call);
      }
    }
    return log(place);
  }

  private Node log(Place place) {
    return Node.statement(
        Construct.LOG,
        "log(" + site() + ", #first, #second);",
        expression(workshop.shownType(), place),
        expression(workshop.shownType(), place.atMost(1)));
  }

  private Node synchronizedBlock(Place place) {
    Node body = workshop.block(place.awaitless());
    boolean mayAwaitLock = workshop.language().has(Language.Feature.AWAITED_LOCKS);
    return Node.statement(
            Construct.SYNCHRONIZED,
            "synchronized (#lock) {\n#body}",
            expression(JavaType.BOX, mayAwaitLock ? place.atMost(1) : place.awaitless().atMost(1)),
            body)
        .completing(body.completes());
  }

  private Node asserting(Place place) {
    return Node.statement(
        Construct.ASSERT,
        "assert #condition : #message;",
        expression(JavaType.BOOLEAN, place.atMost(1)),
        expression(JavaType.STRING, place.atMost(1)));
  }
}
