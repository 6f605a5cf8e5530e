package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.Precedence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The class of a program: its name, its fields and the signatures of its async methods. */
final class Members {
  private final String className;
  private final String visibility;
  private final PrivateTypes privateTypes;
  private final List<Field> fields = new ArrayList<>();
  private final List<Signature> signatures = new ArrayList<>();

  Members(String className, Rand rand, Language language) {
    this.visibility = language.has(Language.Feature.PRIVATE_MEMBERS) ? "private" : "";
    this.className = className;
    this.privateTypes = new PrivateTypes(rand, language);
    add(rand, JavaType.INT, "a", "5");
    add(rand, JavaType.INT, "i", "2");
    add(rand, JavaType.LONG, "b", "7L");
    add(rand, JavaType.BYTE, "c", "3");
    add(rand, JavaType.SHORT, "d", "4");
    add(rand, JavaType.CHAR, "e", "'e'");
    add(rand, JavaType.FLOAT, "f", "0.5f");
    add(rand, JavaType.DOUBLE, "y", "1.25");
    add(rand, JavaType.BOOLEAN, "z", "true");
    add(rand, JavaType.BOXED_INT, "k", rand.chance(20) ? "null" : "9");
    add(rand, JavaType.STRING, "s", "\"field\"");
    add(rand, JavaType.OBJECT, "u", rand.pick("\"object\"", "42", "new Pair(3, \"pair\")"));
    add(rand, JavaType.INT_ARRAY, "p", "{1, 2, 3, 4}");
    add(rand, JavaType.BYTE_ARRAY, "q", "{1, 2, 3, 4}");
    add(rand, JavaType.STRING_ARRAY, "r", "{\"w\", \"x\", \"y\", \"z\"}");
    add(rand, JavaType.INT_MATRIX, "m", "{{1, 2, 3}, {4, 5}, null}");
    add(rand, JavaType.BOX, "box", "new Box(6)");
    add(rand, JavaType.INTEGERS, "list", "new ArrayList<>(List.of(1, 2, 3))");
    add(rand, JavaType.SHAPE, "shape", rand.pick("new Shape.Circle(2)", "new Shape.Square(3)"));
    addStatic(rand, JavaType.INT, "count", "10");
    addStatic(rand, JavaType.LONG, "total", "100L");
    addStatic(rand, JavaType.STRING, "title", "\"title\"");
    addStatic(rand, JavaType.INT_ARRAY, "numbers", "new int[] {5, 6, 7, 8}");
    addStatic(rand, JavaType.BOX, "shared", "new Box(7)");
    fields.add(new Field("static final", JavaType.INT, "LIMIT", "3", false));
    if (language.has(Language.Feature.PROTECTED_FIELDS)) {
      fields.add(new Field("protected", JavaType.INT, "inherited", "0", true));
      fields.add(new Field("protected static", JavaType.INT, "inheritedStatic", "0", true));
    }
  }

  private void add(Rand rand, JavaType type, String name, String initial) {
    fields.add(
        new Field(rand.pick("", visibility, "protected", visibility), type, name, initial, false));
  }

  private void addStatic(Rand rand, JavaType type, String name, String initial) {
    fields.add(
        new Field(
            rand.pick("static", (visibility + " static").strip()), type, name, initial, false));
  }

  String className() {
    return className;
  }

  /** The types that only the program itself can name. */
  PrivateTypes privateTypes() {
    return privateTypes;
  }

  /** The generated subclass, which static async methods are called through. */
  String generatedName() {
    return "Async" + className;
  }

  void add(Signature signature) {
    signatures.add(signature);
  }

  List<Signature> signatures(Predicate<Signature> condition) {
    return signatures.stream().filter(condition).toList();
  }

  List<Field> fields(Predicate<Field> condition) {
    return fields.stream().filter(condition).toList();
  }

  /** How code at that place can name the field, by one of the ways there are. */
  String name(Field field, Place place, Rand rand) {
    boolean hidden = place.scope().hides(field.name());
    if (field.isStatic()) {
      String through = rand.chance(12) ? "((" + className + ") null)." : className + ".";
      return hidden || rand.chance(30) ? through + field.name() : field.name();
    }
    return hidden || rand.chance(30) ? place.body().self() + "." + field.name() : field.name();
  }

  /** Reads a field. */
  Node read(Field field, Place place, Rand rand) {
    Construct construct = field.isStatic() ? Construct.STATIC_FIELD_READ : Construct.FIELD_READ;
    return Node.expression(construct, field.type(), Precedence.PRIMARY, name(field, place, rand));
  }
}
