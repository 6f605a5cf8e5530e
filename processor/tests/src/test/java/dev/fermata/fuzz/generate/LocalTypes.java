package dev.fermata.fuzz.generate;

import static dev.fermata.fuzz.program.JavaType.INT;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;

/**
 * Local classes that capture, local records, enums and interfaces, and objects of them across
 * awaits.
 */
final class LocalTypes extends Family implements StatementFamily {
  LocalTypes(Workshop workshop) {
    super(workshop);
  }

  @Override
  public void offer(Place place, Menu menu) {
    if (place.depth() > 0 && workshop.language().has(Language.Feature.LOCAL_TYPES)) {
      menu.add(1, () -> record(place));
      menu.add(2, () -> localClass(place));
      menu.add(1, () -> localEnum(place));
      menu.addIf(
          workshop.language().has(Language.Feature.VARS_OF_ANONYMOUS_CLASSES),
          1,
          () -> anonymousVar(place));
    }
  }

  private Node record(Place place) {
    String type = "Local" + site();
    String name = place.scope().reserveName(rand);
    Node first = expression(INT, place);
    Node second = expression(JavaType.STRING, place);
    Node between = workshop.completingBlock(place);
    Node third = expression(INT, place);
    return Node.statement(
        Construct.LOCAL_RECORD,
        "record "
            + type
            + "(int a, String b) {\nint size() {\nreturn a + b.length();\n}\n}\nvar "
            + name
            + " = new "
            + type
            + "(#first, #second);\n{\n#between}\nlog("
            + site()
            + ", "
            + name
            + ".a() + #third:12, "
            + name
            + ".size());",
        first,
        second,
        between,
        third);
  }

  private Node localClass(Place place) {
    String type = "Local" + site();
    String name = place.scope().reserveName(rand);
    Body body =
        place.body().inClass(Body.Kind.VALUE, INT, workshop.members().className() + ".this");
    Node captured =
        Node.fixed(Construct.CLASS_BODY, "#value:12", expression(INT, place.plainBody(body)));
    Node first = expression(INT, place);
    Node between = workshop.completingBlock(place);
    Node second = expression(INT, place);
    return Node.statement(
        Construct.LOCAL_CLASS,
        "class "
            + type
            + " {\nint own;\n"
            + type
            + "(int own) {\nthis.own = own;\n}\nint get() {\nreturn own + #captured:12;\n}\n}\n"
            + type
            + " "
            + name
            + " = new "
            + type
            + "(#first);\n{\n#between}\nlog("
            + site()
            + ", "
            + name
            + ".get(), new "
            + type
            + "(#second).get());",
        captured,
        first,
        between,
        second);
  }

  private Node localEnum(Place place) {
    String type = "Local" + site();
    String one = "v" + site();
    Place inside = place.inside(new Target(Target.Kind.SWITCH, null));
    return Node.statement(
        Construct.LOCAL_ENUM,
        "enum "
            + type
            + " {\nLEFT, RIGHT\n}\ninterface I"
            + type
            + " {\nint size(int x);\n}\n"
            + type
            + " "
            + one
            + " = #condition:3 ? "
            + type
            + ".LEFT : "
            + type
            + ".RIGHT;\nI"
            + type
            + " i"
            + one
            + " = zz -> zz + 1;\nswitch ("
            + one
            + ") {\ncase LEFT: {\n#left}\ncase RIGHT: {\n#right}\n}\nlog("
            + site()
            + ", "
            + one
            + ", i"
            + one
            + ".size(#value));",
        condition(place),
        workshop.completingBlock(inside),
        workshop.completingBlock(inside),
        expression(INT, place));
  }

  /** A variable whose type has no name. */
  private Node anonymousVar(Place place) {
    String name = place.scope().reserveName(rand);
    return Node.statement(
        Construct.LOCAL_OF_ANONYMOUS_CLASS,
        "var "
            + name
            + " = new Object() {\nint own = #first;\nint next() {\nreturn ++own;\n}\n};\n{\n#between}\nlog("
            + site()
            + ", "
            + name
            + ".next(), "
            + name
            + ".own + #second:12);",
        Node.fixed(
            Construct.CLASS_BODY,
            "#value:12",
            expression(
                INT,
                place.plainBody(
                    place
                        .body()
                        .inClass(Body.Kind.VALUE, INT, workshop.members().className() + ".this")))),
        workshop.completingBlock(place),
        expression(INT, place));
  }
}
