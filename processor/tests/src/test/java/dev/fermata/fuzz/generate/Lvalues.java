package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.Precedence;
import java.util.List;

/** What an assignment can go to: locals, fields by all their names, array elements. */
final class Lvalues extends Family {
  Lvalues(Workshop workshop) {
    super(workshop);
  }

  /** Whether there is anything of that type. */
  boolean exist(JavaType type, Place place) {
    return !menu(type, place).isEmpty();
  }

  /** Something of that type; its operands have effects of their own. */
  Node make(JavaType type, Place place) {
    return menu(type, place).choose(rand);
  }

  private Menu menu(JavaType type, Place place) {
    Menu menu = new Menu();
    List<Variable> locals = place.scope().visible(v -> v.assignable() && v.type() == type);
    menu.addIf(
        !locals.isEmpty(), 12, () -> named(Construct.LVALUE_LOCAL, type, rand.pick(locals).name()));
    List<Field> fields =
        workshop.members().fields(f -> f.type() == type && !f.isFinal() && f.isReadableAt(place));
    menu.addIf(!fields.isEmpty(), 5, () -> field(rand.pick(fields), place));
    List<Field> own = fields.stream().filter(f -> !f.isStatic()).toList();
    menu.addIf(
        !own.isEmpty()
            && place.hasSelf()
            && workshop.language().has(Language.Feature.QUALIFIED_ASSIGNMENTS),
        4,
        () -> qualified(rand.pick(own), place));
    offerElements(type, place, menu);
    return menu;
  }

  private void offerElements(JavaType type, Place place, Menu menu) {
    switch (type) {
      case INT -> {
        menu.addIf(place.hasSelf(), 4, () -> boxed("v", type));
        menu.add(4, () -> element(type, JavaType.INT_ARRAY, place));
        menu.add(2, () -> matrix(place));
      }
      case LONG -> menu.addIf(place.hasSelf(), 3, () -> boxed("w", type));
      case STRING -> {
        menu.addIf(place.hasSelf(), 2, () -> boxed("s", type));
        menu.add(2, () -> element(type, JavaType.STRING_ARRAY, place));
      }
      case BYTE -> menu.add(4, () -> element(type, JavaType.BYTE_ARRAY, place));
      default -> {}
    }
  }

  private static Node named(Construct construct, JavaType type, String name) {
    return Node.expression(construct, type, Precedence.PRIMARY, name);
  }

  private Node field(Field field, Place place) {
    return named(Construct.LVALUE_FIELD, field.type(), workshop.members().name(field, place, rand));
  }

  /** A field of an object that a call gives, which may be null. */
  private Node qualified(Field field, Place place) {
    Node receiver =
        Node.fixed(Construct.RECEIVER_CALL, (rand.chance(85) ? "self(" : "maybe(") + site() + ")");
    return Node.expression(
        Construct.LVALUE_FIELD,
        field.type(),
        Precedence.PRIMARY,
        "#receiver." + field.name(),
        receiver);
  }

  private Node boxed(String field, JavaType type) {
    Node receiver = Node.fixed(Construct.RECEIVER_CALL, "boxAt(" + site() + ")");
    return Node.expression(
        Construct.LVALUE_FIELD, type, Precedence.PRIMARY, "#receiver." + field, receiver);
  }

  private Node element(JavaType type, JavaType arrays, Place place) {
    Node array =
        arrays == JavaType.INT_ARRAY && place.hasSelf() && rand.chance(40)
            ? Node.expression(
                Construct.RECEIVER_CALL, arrays, Precedence.PRIMARY, "intsAt(" + site() + ")")
            : expression(arrays, place.atMost(1));
    return Node.expression(
        Construct.LVALUE_ELEMENT,
        type,
        Precedence.PRIMARY,
        rand.chance(85) ? "#array:16[#index:8 & 3]" : "#array:16[#index]",
        array,
        expression(JavaType.INT, place));
  }

  private Node matrix(Place place) {
    return Node.expression(
        Construct.LVALUE_ELEMENT,
        JavaType.INT,
        Precedence.PRIMARY,
        "#array:16[#row:8 & 1][#index:8 & 1]",
        expression(JavaType.INT_MATRIX, place.atMost(1)),
        expression(JavaType.INT, place),
        expression(JavaType.INT, place));
  }
}
