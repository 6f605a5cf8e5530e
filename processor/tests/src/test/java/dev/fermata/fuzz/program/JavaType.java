package dev.fermata.fuzz.program;

import java.util.List;

/** The static types that generated expressions have, each with a constant of that type. */
public enum JavaType {
  INT("int", "1"),
  LONG("long", "1L"),
  SHORT("short", "(short) 1"),
  BYTE("byte", "(byte) 1"),
  CHAR("char", "'c'"),
  BOOLEAN("boolean", "true"),
  FLOAT("float", "1f"),
  DOUBLE("double", "1d"),
  BOXED_INT("Integer", "Integer.valueOf(1)"),
  BOXED_LONG("Long", "Long.valueOf(1L)"),
  BOXED_CHAR("Character", "Character.valueOf('c')"),
  BOXED_BOOLEAN("Boolean", "Boolean.valueOf(true)"),
  BOXED_DOUBLE("Double", "Double.valueOf(1d)"),
  STRING("String", "\"s\""),
  OBJECT("Object", "(Object) 1"),
  INT_ARRAY("int[]", "new int[] {1, 2, 3, 4}"),
  BYTE_ARRAY("byte[]", "new byte[] {1, 2, 3, 4}"),
  LONG_ARRAY("long[]", "new long[] {1, 2, 3, 4}"),
  STRING_ARRAY("String[]", "new String[] {\"p\", \"q\", \"r\", \"s\"}"),
  INT_MATRIX("int[][]", "new int[][] {{1, 2}, {3, 4}}"),
  INTEGERS("List<Integer>", "new ArrayList<Integer>(List.of(1, 2))"),
  STRINGS("List<String>", "new ArrayList<String>(List.of(\"p\", \"q\"))"),
  BOX("Box", "new Box(1)"),
  COLOR("Color", "Color.RED"),
  PAIR("Pair", "new Pair(1, \"s\")"),
  SHAPE("Shape", "Shape.square(1)"),
  SUPPLIER("Supplier<Integer>", "(Supplier<Integer>) () -> 1"),
  FUNCTION("Function<Integer, Integer>", "(Function<Integer, Integer>) zz -> zz"),
  RUNNABLE("Runnable", "(Runnable) () -> {}"),
  TYPE_VARIABLE("T", "(T) null");

  /** The types of the fields and elements that assignments go to. */
  public static final List<JavaType> NUMERIC = List.of(INT, LONG, SHORT, BYTE, CHAR, FLOAT, DOUBLE);

  private final String source;
  private final String constant;

  JavaType(String source, String constant) {
    this.source = source;
    this.constant = constant;
  }

  /** How source names the type. */
  public String source() {
    return source;
  }

  /** An expression of exactly this type without any effect. */
  public String constant() {
    return constant;
  }

  /** Whether it is one of the eight primitive types. */
  public boolean isPrimitive() {
    return ordinal() <= DOUBLE.ordinal();
  }

  /** Whether it is the box of a primitive type. */
  public boolean isBoxed() {
    return unboxed() != this;
  }

  /** Whether arithmetic takes it. */
  public boolean isNumeric() {
    return NUMERIC.contains(this);
  }

  /** The primitive type of a box, any other type itself. */
  public JavaType unboxed() {
    return switch (this) {
      case BOXED_INT -> INT;
      case BOXED_LONG -> LONG;
      case BOXED_CHAR -> CHAR;
      case BOXED_BOOLEAN -> BOOLEAN;
      case BOXED_DOUBLE -> DOUBLE;
      default -> this;
    };
  }

  /** The box of a primitive type that has one here, any other type itself. */
  public JavaType boxed() {
    return switch (this) {
      case INT -> BOXED_INT;
      case LONG -> BOXED_LONG;
      case CHAR -> BOXED_CHAR;
      case BOOLEAN -> BOXED_BOOLEAN;
      case DOUBLE -> BOXED_DOUBLE;
      default -> this;
    };
  }

  /** How source names the reference type: of a primitive type its box. */
  public String reference() {
    return switch (this) {
      case INT -> "Integer";
      case LONG -> "Long";
      case SHORT -> "Short";
      case BYTE -> "Byte";
      case CHAR -> "Character";
      case BOOLEAN -> "Boolean";
      case FLOAT -> "Float";
      case DOUBLE -> "Double";
      default -> source;
    };
  }
}
