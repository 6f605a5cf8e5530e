package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.Precedence;
import java.util.ArrayList;
import java.util.List;

/** What the families share while they make one program. */
final class Workshop {
  private static final int CHANCE_OF_AWAIT = 22;

  private final Rand rand;
  private final Members members;
  private final Language language;
  private final List<ExpressionFamily> expressions;
  private final List<StatementFamily> statements;
  private final Leaves leaves;
  private final Awaits awaits;
  private int sites;
  private int budget;

  Workshop(Rand rand, Members members, Language language) {
    this.rand = rand;
    this.members = members;
    this.language = language;
    this.leaves = new Leaves(this);
    this.awaits = new Awaits(this);
    this.expressions =
        List.of(
            new Arithmetic(this),
            new Logic(this),
            new Conditionals(this),
            new Assignments(this),
            new Strings(this),
            new Calls(this),
            new Creations(this),
            new Functions(this),
            new Patterns(this),
            new SwitchExpressions(this));
    this.statements =
        List.of(
            new Effects(this),
            new Locals(this),
            new Branches(this),
            new Loops(this),
            new AsyncLoops(this),
            new Jumps(this),
            new SwitchStatements(this),
            new PatternSwitches(this),
            new Tries(this),
            new Resources(this),
            new LocalTypes(this),
            new Tasks(this));
  }

  Rand rand() {
    return rand;
  }

  Members members() {
    return members;
  }

  /** What the program is written in. */
  Language language() {
    return language;
  }

  /** A number for the next place in the program that shows in the trace. */
  int site() {
    return ++sites;
  }

  /** Allows so many more nested pieces. */
  void allow(int pieces) {
    budget = pieces;
  }

  private boolean spend() {
    return --budget > 0;
  }

  /** An expression of exactly that static type, or of its box. */
  Node expression(JavaType type, Place place) {
    Menu menu = new Menu();
    if (place.depth() <= 0 || !spend()) {
      leaves.offer(type, place, menu);
      return menu.choose(rand);
    }
    Place deeper = place.deeper();
    if (place.mayAwait() && rand.chance(CHANCE_OF_AWAIT)) {
      awaits.offer(type, deeper, menu);
      return menu.choose(rand);
    }
    leaves.offer(type, deeper, menu);
    for (ExpressionFamily family : expressions) {
      family.offer(type, deeper, menu);
    }
    return menu.choose(rand);
  }

  /** An expression that surely awaits, where that is possible. */
  Node await(JavaType type, Place place) {
    if (!place.mayAwait()) {
      return expression(type, place);
    }
    Menu menu = new Menu();
    awaits.offer(type, place.atMost(1), menu);
    return menu.choose(rand);
  }

  /** A call of an async method, which gives a coroutine, a stage or a generator. */
  Node call(Signature signature, JavaType type, Place place) {
    return awaits.call(signature, type, place);
  }

  /** An expression of that type without effect. */
  Node constant(JavaType type) {
    return leaves.constant(type);
  }

  /** A type that values of all kinds of fields and variables have. */
  JavaType anyType() {
    return rand.pick(
        JavaType.INT,
        JavaType.INT,
        JavaType.INT,
        JavaType.LONG,
        JavaType.SHORT,
        JavaType.BYTE,
        JavaType.CHAR,
        JavaType.BOOLEAN,
        JavaType.FLOAT,
        JavaType.DOUBLE,
        JavaType.BOXED_INT,
        JavaType.BOXED_INT,
        JavaType.BOXED_LONG,
        JavaType.STRING,
        JavaType.STRING,
        JavaType.OBJECT,
        JavaType.INT_ARRAY,
        JavaType.BYTE_ARRAY,
        JavaType.STRING_ARRAY,
        JavaType.INT_MATRIX,
        JavaType.INTEGERS,
        JavaType.STRINGS,
        JavaType.BOX,
        JavaType.COLOR,
        JavaType.PAIR,
        JavaType.SHAPE,
        JavaType.SUPPLIER,
        JavaType.FUNCTION);
  }

  /** A type whose values the trace shows in full. */
  JavaType shownType() {
    return rand.pick(
        JavaType.INT,
        JavaType.INT,
        JavaType.INT,
        JavaType.LONG,
        JavaType.CHAR,
        JavaType.BOOLEAN,
        JavaType.DOUBLE,
        JavaType.BOXED_INT,
        JavaType.STRING,
        JavaType.STRING,
        JavaType.INT_ARRAY,
        JavaType.INTEGERS,
        JavaType.BOX,
        JavaType.COLOR,
        JavaType.PAIR);
  }

  /** Some statements; the list completes normally if its last statement does. */
  Node statements(Place place, int least, int greatest) {
    int count = place.depth() <= 0 ? rand.between(0, 1) : rand.between(least, greatest);
    List<Node> made = new ArrayList<>();
    boolean completes = true;
    for (int i = 0; i < count && completes && budget > 0; i++) {
      Node statement = statement(place);
      made.add(statement);
      completes = statement.completes();
    }
    if (completes && rand.chance(40)) {
      made.add(dump(place));
    }
    return Node.list(made, completes);
  }

  /** Writes down two variables, whatever happened to them. */
  private Node dump(Place place) {
    List<Variable> variables = place.scope().visible(v -> isShown(v.type()));
    Node first = variables.isEmpty() ? constant(JavaType.INT) : Leaves.local(rand.pick(variables));
    Node second = variables.isEmpty() ? constant(JavaType.INT) : Leaves.local(rand.pick(variables));
    return Node.statement(Construct.LOG, "log(" + site() + ", #first, #second);", first, second);
  }

  private static boolean isShown(JavaType type) {
    return type != JavaType.SUPPLIER && type != JavaType.FUNCTION;
  }

  /** The statements of a block inside {@code place}. */
  Node block(Place place) {
    return statements(place.inner().deeper(), 1, 3);
  }

  /** A block that surely completes: under a condition, where its statements would not. */
  Node completingBlock(Place place) {
    return completing(block(place));
  }

  private Node completing(Node statements) {
    if (statements.completes()) {
      return statements;
    }
    Node condition =
        Node.expression(
            Construct.LITERAL, JavaType.BOOLEAN, Precedence.PRIMARY, "flag(" + site() + ")");
    return Node.list(
        List.of(Node.statement(Construct.IF, "if (#condition) {\n#then}", condition, statements)),
        true);
  }

  /** Statements at the start of a body or arm that surely complete. */
  Node completingStatements(Place place) {
    Scope inner = place.scope().inner();
    Node statements = statements(place.within(inner), 0, 2);
    if (statements.completes()) {
      place.scope().adopt(inner);
    }
    return completing(statements);
  }

  private Node statement(Place place) {
    spend();
    Menu menu = new Menu();
    for (StatementFamily family : statements) {
      family.offer(place, menu);
    }
    return menu.choose(rand);
  }
}
