package dev.fermata.fuzz.program;

import java.util.Set;

/**
 * The constructs of Java and of Fermata that generated programs are made of. Coverage is counted by
 * construct and slot.
 *
 * <p>A {@linkplain #suspends() suspending} construct may suspend the body it stands in. A
 * {@linkplain #isBoundary() boundary} encloses code of another body, so that an await inside of it
 * does not suspend the body around it.
 */
public enum Construct {
  // The words of Fermata
  AWAIT(Flavour.SUSPENDS),
  AWAIT_STAGE(Flavour.SUSPENDS),
  AWAIT_CHECKED(Flavour.SUSPENDS),
  AWAIT_CALL(Flavour.SUSPENDS),
  AWAIT_TASK(Flavour.SUSPENDS),
  AWAIT_GATHER(Flavour.SUSPENDS),
  AWAIT_BLOCK(Flavour.SUSPENDS),
  AWAIT_NESTED(Flavour.SUSPENDS),
  AWAIT_NEXT(Flavour.SUSPENDS),
  AWAIT_EACH(Flavour.SUSPENDS),
  AWAIT_PUBLISHER(Flavour.SUSPENDS),
  YIELD_NOW(Flavour.SUSPENDS),
  ASYNC_BLOCK(Flavour.BOUNDARY),
  EMIT(Flavour.SUSPENDS),
  EMIT_ALL(Flavour.SUSPENDS),
  END,
  RETURN_DONE,
  RETURN_TAIL,
  TRY_ASYNC_RESOURCE(Flavour.SUSPENDS),

  // Expressions
  LITERAL,
  NULL,
  LOCAL_READ,
  FIELD_READ,
  STATIC_FIELD_READ,
  QUALIFIED_FIELD_READ,
  ARRAY_READ,
  ARRAY_LENGTH,
  BINARY,
  DIVISION,
  SHIFT,
  UNARY,
  COMPARISON,
  REFERENCE_EQUALITY,
  AND,
  OR,
  NOT,
  BITWISE_LOGIC,
  CONDITIONAL,
  CAST,
  REFERENCE_CAST,
  INSTANCEOF,
  INSTANCEOF_PATTERN,
  INSTANCEOF_RECORD,
  ASSIGN,
  COMPOUND_ASSIGN,
  STRING_COMPOUND_ASSIGN,
  INCREMENT,
  LVALUE_LOCAL,
  LVALUE_FIELD,
  LVALUE_ELEMENT,
  CONCATENATION,
  TEXT_BLOCK,
  STRING_METHOD,
  STRING_BUILDER,
  CALL,
  OVERLOADED_CALL,
  VARARGS_CALL,
  GENERIC_CALL,
  STATIC_CALL,
  SUPER_CALL,
  INHERITED_CALL,
  RECEIVER_CALL,
  NEW,
  NEW_INNER,
  NEW_ARRAY,
  ARRAY_INITIALIZER,
  LIST_OF,
  LAMBDA(Flavour.BOUNDARY),
  ANONYMOUS_CLASS(Flavour.BOUNDARY),
  METHOD_REFERENCE,
  FUNCTION_CALL,
  LAMBDA_ARGUMENT,
  SWITCH_EXPRESSION,
  SWITCH_EXPRESSION_PATTERN,
  ARM_VALUE,
  ARM_BLOCK,
  ARM_THROW,

  // Statements
  BLOCK,
  EXPRESSION_STATEMENT,
  LOG,
  LOCAL,
  LOCAL_VAR,
  LOCAL_FINAL,
  LOCAL_CONSTANT,
  LOCAL_BLANK,
  LOCAL_DECLARATORS,
  LOCAL_CLASS,
  LOCAL_RECORD,
  LOCAL_ENUM,
  LOCAL_OF_ANONYMOUS_CLASS,
  CLASS_BODY(Flavour.BOUNDARY),
  IF,
  IF_ELSE,
  IF_NOT_INSTANCEOF,
  WHILE,
  WHILE_TRUE,
  WHILE_NOT_INSTANCEOF,
  DO,
  FOR,
  FOR_EVER,
  FOR_ARRAY,
  FOR_LIST,
  LABELED,
  BREAK,
  BREAK_LABEL,
  CONTINUE,
  CONTINUE_LABEL,
  RETURN,
  THROW,
  YIELD,
  SWITCH_OLD,
  SWITCH_ARROW,
  SWITCH_STRING,
  SWITCH_ENUM,
  SWITCH_PATTERN,
  CASE,
  GUARD,
  TRY,
  CATCH,
  MULTI_CATCH,
  FINALLY,
  RETHROW,
  TRY_RESOURCE,
  RESOURCE,
  SYNCHRONIZED,
  ASSERT,
  EMPTY,

  // What is around
  FIXED,
  LIST,
  METHOD_COROUTINE(Flavour.BOUNDARY),
  METHOD_GENERATOR(Flavour.BOUNDARY),
  METHOD_STAGE(Flavour.BOUNDARY),
  CLASS(Flavour.BOUNDARY);

  private enum Flavour {
    PLAIN,
    SUSPENDS,
    BOUNDARY
  }

  private static final Set<Construct> LAYOUT = Set.of(FIXED, LIST, CLASS);

  private final Flavour flavour;

  Construct() {
    this(Flavour.PLAIN);
  }

  Construct(Flavour flavour) {
    this.flavour = flavour;
  }

  /** Whether the construct itself may suspend the body it stands in. */
  public boolean suspends() {
    return flavour == Flavour.SUSPENDS;
  }

  /** Whether what is inside belongs to another body. */
  public boolean isBoundary() {
    return flavour == Flavour.BOUNDARY;
  }

  /** Whether this only holds text together and is no construct of the language. */
  public boolean isLayout() {
    return LAYOUT.contains(this);
  }
}
