package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.JavaType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Private types of a program that are called like those of the world around it, and stand in their
 * place: the generated class cannot name them.
 */
final class PrivateTypes {
  private static final List<JavaType> CANDIDATES =
      List.of(JavaType.BOX, JavaType.COLOR, JavaType.PAIR, JavaType.SHAPE);

  private final Set<JavaType> chosen = EnumSet.noneOf(JavaType.class);

  PrivateTypes(Rand rand, Language language) {
    boolean any = language.has(Language.Feature.PRIVATE_TYPES) && rand.chance(40);
    for (JavaType candidate : CANDIDATES) {
      if (any && rand.chance(50)) {
        chosen.add(candidate);
      }
    }
  }

  /** Whether a type is private in this program. */
  boolean contains(JavaType type) {
    return chosen.contains(type);
  }

  /** The declarations. */
  List<Helpers.Helper> declarations() {
    List<Helpers.Helper> declared = new ArrayList<>();
    for (JavaType type : chosen) {
      switch (type) {
        case BOX -> {
          declared.add(
              new Helpers.Helper(
                  "Box",
                  "private static class Box {\npublic int v;\npublic long w = 8;\n"
                      + "public String s = \"box\";\npublic Box next;\n"
                      + "public Box(int v) {\nthis.v = v;\n}\n"
                      + "@Override\npublic String toString() {\nreturn \"Box\" + v;\n}\n}\n"));
          declared.add(
              new Helpers.Helper(
                  "Counted",
                  "private static final class Counted extends Box {\n"
                      + "Counted(int v) {\nsuper(note(-20, v));\nnext = this;\n}\n}\n"));
        }
        case COLOR ->
            declared.add(
                new Helpers.Helper("Color", "private enum Color {\nRED,\nGREEN,\nBLUE\n}\n"));
        case PAIR -> {
          declared.add(new Helpers.Helper("Pair", "private record Pair(int a, String b) {}\n"));
          declared.add(
              new Helpers.Helper(
                  "Nest",
                  "private record Nest(Object left, Pair right) {\n@Override\n"
                      + "public String toString() {\nreturn \"Nest of \" + right;\n}\n}\n"));
        }
        default ->
            declared.add(
                new Helpers.Helper(
                    "Shape",
                    "private sealed interface Shape {\n"
                        + "static Shape circle(int radius) {\nreturn new Circle(radius);\n}\n"
                        + "static Shape square(int side) {\nreturn new Square(side);\n}\n"
                        + "record Circle(int radius) implements Shape {}\n"
                        + "record Square(int side) implements Shape {}\n}\n"));
      }
    }
    return declared;
  }
}
