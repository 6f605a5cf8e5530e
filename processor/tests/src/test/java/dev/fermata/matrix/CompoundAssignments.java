package dev.fermata.matrix;

import dev.fermata.laboratory.Entry;
import dev.fermata.laboratory.Source;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Programs that apply every compound operator to a variable of one type, with awaited right
 * operands of every type that the operator takes: one method per kind of variable.
 */
final class CompoundAssignments {

  private static final List<String> ARITHMETIC = List.of("+", "-", "*", "/", "%");
  private static final List<String> INTEGRAL = List.of("&", "|", "^", "<<", ">>", ">>>");
  private static final List<String> INTEGERS = List.of("(byte) 3", "'\\u0002'", "5", "35L");
  private static final List<String> FLOATS = List.of("2.5f", "-1.5e3");

  /**
   * How the variable is declared and named, by kind; the type stands where {@code T} does, its
   * first value for {@code V}.
   */
  private static final Map<String, List<String>> VARIABLES =
      new TreeMap<>(
          Map.of(
              "local", List.of("T v = V;", "v"),
              "element", List.of("T[] v = {V, V};", "v[op(\"i\", 1)]"),
              "field", List.of("Box v = new Box();", "op(\"v\", v).f"),
              "own", List.of("mine = V;", "mine")));

  private static final Map<String, String> TYPES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("byte", "(byte) 100"),
              Map.entry("short", "(short) 30000"),
              Map.entry("char", "'x'"),
              Map.entry("int", "2000000000"),
              Map.entry("long", "4000000000000000000L"),
              Map.entry("float", "1.25f"),
              Map.entry("double", "1e10"),
              Map.entry("Integer", "77"),
              Map.entry("Long", "77L"),
              Map.entry("Double", "7.5"),
              Map.entry("boolean", "true"),
              Map.entry("String", "\"s\"")));

  private CompoundAssignments() {}

  /** The types of variables. */
  static Stream<String> types() {
    return TYPES.keySet().stream();
  }

  /** The methods that are to be run. */
  static List<Entry> entries(String type) {
    return VARIABLES.keySet().stream()
        .map(kind -> new Entry(Template.PACKAGE + "." + className(type), kind))
        .toList();
  }

  /** The program for variables of a type. */
  static Source source(String type) {
    StringBuilder text = new StringBuilder();
    text.append("@SuppressWarnings(\"lossy-conversions\")\nclass ").append(className(type));
    text.append(" {\n  static class Box {\n    T f = V;\n  }\n\n  T mine;\n");
    VARIABLES.forEach((kind, variable) -> appendMethod(text, type, kind, variable));
    text.append("}\n");
    return Source.in(
        Template.PACKAGE,
        text.toString().replaceAll("\\bT\\b", type).replaceAll("\\bV\\b", TYPES.get(type)));
  }

  private static void appendMethod(
      StringBuilder text, String type, String kind, List<String> variable) {
    text.append("\n  @Async\n  Coroutine<Object> ").append(kind).append("() {\n");
    for (String operator : operators(type)) {
      for (String operand : operands(type, operator)) {
        text.append("    {\n      ").append(variable.get(0)).append('\n');
        text.append("      ").append(variable.get(1)).append(' ').append(operator);
        text.append("= await(ok(\"x\", ").append(operand).append("));\n");
        text.append("      log(").append(variable.get(1)).append(");\n    }\n");
      }
    }
    text.append("    return done(null);\n  }\n");
  }

  private static String className(String type) {
    return "CompoundOf" + (Character.isUpperCase(type.charAt(0)) ? "Boxed" : "") + type;
  }

  private static List<String> operators(String type) {
    return switch (type) {
      case "boolean" -> List.of("&", "|", "^");
      case "String" -> List.of("+");
      case "float", "double", "Double" -> ARITHMETIC;
      default -> concat(ARITHMETIC, INTEGRAL);
    };
  }

  private static List<String> operands(String type, String operator) {
    return switch (type) {
      case "boolean" -> List.of("true", "false");
      case "String" -> concat(concat(INTEGERS, FLOATS), List.of("(Object) null", "true", "\"t\""));
      case "Integer" -> INTEGERS.subList(0, 3);
      case "Long" -> INTEGERS;
      case "Double" -> concat(INTEGERS, FLOATS);
      default -> ARITHMETIC.contains(operator) ? concat(INTEGERS, FLOATS) : INTEGERS;
    };
  }

  private static List<String> concat(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
