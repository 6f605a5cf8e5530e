package dev.fermata.fuzz.program;

/**
 * How tightly operators bind: an operand that binds less tightly than its place asks for gets
 * parentheses.
 */
public final class Precedence {
  public static final int LAMBDA = 0;
  public static final int ASSIGNMENT = 1;
  public static final int CONDITIONAL = 2;
  public static final int OR = 3;
  public static final int AND = 4;
  public static final int BIT_OR = 5;
  public static final int BIT_XOR = 6;
  public static final int BIT_AND = 7;
  public static final int EQUALITY = 8;
  public static final int RELATION = 9;
  public static final int SHIFT = 10;
  public static final int SUM = 11;
  public static final int PRODUCT = 12;
  public static final int CAST = 13;
  public static final int UNARY = 14;
  public static final int POSTFIX = 15;
  public static final int PRIMARY = 16;

  private Precedence() {}
}
