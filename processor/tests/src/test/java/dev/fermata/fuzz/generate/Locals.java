package dev.fermata.fuzz.generate;

import static dev.fermata.fuzz.program.JavaType.FUNCTION;
import static dev.fermata.fuzz.program.JavaType.INT;
import static dev.fermata.fuzz.program.JavaType.SUPPLIER;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import java.util.regex.Pattern;

/**
 * Declarations of locals: typed, {@code var}, final, constant, several at once, blank and assigned
 * later.
 */
final class Locals extends Family implements StatementFamily {
  /** A lambda that a variable is set to, as opposed to the arrow of a case. */
  private static final Pattern LAMBDA = Pattern.compile("= (\\([^)]*\\)|[\\w$]+) -> ");

  private final Functions functions;

  Locals(Workshop workshop) {
    super(workshop);
    functions = new Functions(workshop);
  }

  @Override
  public void offer(Place place, Menu menu) {
    menu.add(14, () -> typed(place));
    menu.add(5, () -> inferred(place));
    menu.add(5, () -> effectivelyFinal(place));
    menu.add(2, () -> constant(place));
    menu.add(2, () -> several(place));
    menu.addIf(workshop.language().hasUnnamed(), 1, () -> unnamed(place));
    menu.addIf(place.depth() > 0, 3, () -> blankInBranches(place));
    menu.addIf(place.depth() > 0, 2, () -> blankInTry(place));
    menu.addIf(place.depth() > 0, 1, () -> blankInSwitch(place));
  }

  private JavaType localType(Place place) {
    return place.body().typeVariable() && rand.chance(20)
        ? JavaType.TYPE_VARIABLE
        : workshop.anyType();
  }

  private Node typed(Place place) {
    JavaType type = localType(place);
    String name = place.scope().reserveName(rand);
    Node value = initial(type, place);
    place.scope().declare(Variable.mutable(name, type));
    return Node.statement(Construct.LOCAL, type.source() + " " + name + " = #value;", value);
  }

  private Node initial(JavaType type, Place place) {
    if ((type == SUPPLIER || type == FUNCTION) && rand.chance(50)) {
      return functions.bare(type, place);
    }
    return bounded(type, expression(type, place));
  }

  /** A variable that only its initial value is there for. */
  private Node unnamed(Place place) {
    JavaType type = localType(place);
    return Node.statement(Construct.LOCAL, type.source() + " _ = #value;", expression(type, place));
  }

  /** What strings are kept from growing by. */
  private static Node bounded(JavaType type, Node value) {
    return type == JavaType.STRING && value.construct() == Construct.CONCATENATION
        ? Node.expression(Construct.STATIC_CALL, type, 16, "cut(#value)", value)
        : value;
  }

  private Node inferred(Place place) {
    JavaType type = localType(place);
    String name = place.scope().reserveName(rand);
    Node value = bounded(type, expression(type, place));
    if (confusesVar(value.source())) {
      place.scope().declare(Variable.mutable(name, type));
      return Node.statement(Construct.LOCAL, type.source() + " " + name + " = #value;", value);
    }
    JavaType own = value.type() == null ? type : value.type();
    boolean exact = type.isPrimitive() || type == JavaType.STRING || type == JavaType.OBJECT;
    // The type that var infers may be a subtype, which not every value of the type can be assigned
    // to.
    place.scope().declare(exact ? Variable.mutable(name, own) : Variable.constant(name, own));
    return Node.statement(Construct.LOCAL_VAR, "var " + name + " = #value;", value);
  }

  /** javac takes what is inside a switch expression for the initial value of the variable. */
  private static boolean confusesVar(String value) {
    return value.contains("= {") || value.contains("::") || LAMBDA.matcher(value).find();
  }

  private Node effectivelyFinal(Place place) {
    JavaType type = localType(place);
    String name = place.scope().reserveName(rand);
    Node value = initial(type, place);
    place.scope().declare(Variable.constant(name, type));
    String modifier = rand.chance(50) ? "final " : "";
    return Node.statement(
        Construct.LOCAL_FINAL, modifier + type.source() + " " + name + " = #value;", value);
  }

  /** A constant variable, which case labels and narrowing assignments may use. */
  private Node constant(Place place) {
    String name = place.scope().reserveName(rand);
    String narrow = "n" + site();
    int value = rand.between(0, 3);
    Node selector = expression(INT, place);
    place.scope().declare(Variable.constant(name, INT));
    place.scope().declare(Variable.mutable(narrow, JavaType.BYTE));
    Target target = new Target(Target.Kind.SWITCH, null);
    Node first = workshop.block(place.inside(target));
    Node second = workshop.block(place.inside(target));
    return Node.statement(
        Construct.LOCAL_CONSTANT,
        "final int "
            + name
            + " = "
            + value
            + ";\nbyte "
            + narrow
            + " = "
            + name
            + ";\nswitch (#selector:8 & 3) {\n"
            + "case "
            + name
            + ": {\n#first}\ncase "
            + name
            + " + 1: {\n#second}\n}",
        selector,
        first,
        second);
  }

  private Node several(Place place) {
    Scope scope = place.scope();
    String a = scope.reserveName(rand);
    String b = scope.reserveName(rand);
    String c = scope.reserveName(rand);
    Node first = expression(INT, place);
    scope.declare(Variable.mutable(a, INT));
    Node second = expression(INT, place);
    scope.declare(Variable.mutable(b, INT));
    Node third = expression(INT, place);
    Node fourth = expression(INT, place);
    scope.declare(Variable.mutable(c, JavaType.INT_ARRAY));
    return Node.statement(
        Construct.LOCAL_DECLARATORS,
        "int "
            + a
            + " = #first, "
            + b
            + " = #second, "
            + c
            + "[] = {#third, #fourth, "
            + a
            + ", 1};",
        first,
        second,
        third,
        fourth);
  }

  private Node blankInBranches(Place place) {
    JavaType type = rand.pick(INT, JavaType.STRING, JavaType.LONG, JavaType.BOX);
    String name = place.scope().reserveName(rand);
    Node condition = condition(place);
    Place thenPlace = place.inner();
    Node before = workshop.completingBlock(place);
    Node then = bounded(type, expression(type, thenPlace));
    Node after = workshop.completingBlock(place);
    Node otherwise = bounded(type, expression(type, place.inner()));
    place.scope().declare(Variable.constant(name, type));
    String modifier = rand.chance(50) ? "final " : "";
    return Node.statement(
        Construct.LOCAL_BLANK,
        modifier
            + type.source()
            + " "
            + name
            + ";\nif (#condition) {\n{\n#before}\n"
            + name
            + " = #then;\n} else {\n"
            + name
            + " = #otherwise;\n{\n#after}\n}",
        condition,
        before,
        then,
        otherwise,
        after);
  }

  private Node blankInTry(Place place) {
    String name = place.scope().reserveName(rand);
    Node before = workshop.completingBlock(place);
    Node value = expression(INT, place);
    Node handled = workshop.completingBlock(place);
    Node otherwise = expression(INT, place);
    place.scope().declare(Variable.mutable(name, INT));
    return Node.statement(
        Construct.LOCAL_BLANK,
        "int "
            + name
            + ";\ntry {\n{\n#before}\n"
            + name
            + " = #value;\n} catch (RuntimeException x"
            + site()
            + ") {\n{\n"
            + "#handled}\n"
            + name
            + " = #otherwise;\n}",
        before,
        value,
        handled,
        otherwise);
  }

  /** Declared in one group of a switch, assigned and used in the next. */
  private Node blankInSwitch(Place place) {
    String name = "x" + site();
    return Node.statement(
        Construct.LOCAL_BLANK,
        "switch (#selector:8 & 1) {\ncase 0:\nint "
            + name
            + ";\n{\n#before}\ndefault:\n"
            + name
            + " = #value;\nlog("
            + site()
            + ", "
            + name
            + ", #other);\n}",
        expression(INT, place),
        workshop.completingBlock(place.inside(new Target(Target.Kind.SWITCH, null))),
        expression(INT, place),
        expression(INT, place));
  }
}
