package dev.fermata.processor.graph;

import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A variable of a lowered body: one of the user's (local, parameter, pattern binding, exception
 * parameter) or a temporary that the lowering made.
 *
 * <p>Passes after the lowering decide where it lives: inside one {@code case} (as the user wrote
 * it), at the head of the step method ({@link #hoisted}), and in the frame ({@link #inFrame}) when
 * it is live across a suspension.
 */
public final class Local {
  /** What a local was made for. */
  public enum Kind {
    /** Declared in the user's body. */
    USER,
    /**
     * A parameter of the async method, or a variable that an async block captures: set in the
     * frame's constructor.
     */
    PARAMETER,
    /** Made by the lowering. */
    TEMPORARY
  }

  private final Kind kind;
  private final String wanted;
  private final TypeMirror type;
  private final @Nullable VariableElement element;
  private final @Nullable LiftedClass scopeOf;
  private String name;
  private boolean hoisted;
  private boolean inFrame;

  /** A user's variable or parameter. */
  public Local(Kind kind, VariableElement element, TypeMirror type) {
    this.kind = kind;
    this.wanted =
        element.getSimpleName().isEmpty() ? "unnamed" : element.getSimpleName().toString();
    this.type = type;
    this.element = element;
    this.scopeOf = null;
    this.name = wanted;
  }

  /** Holds the scope of a lifted class, which is its type. */
  Local(Kind kind, String wanted, TypeMirror object, LiftedClass scopeOf) {
    this.kind = kind;
    this.wanted = wanted;
    this.type = object;
    this.element = null;
    this.scopeOf = scopeOf;
    this.name = wanted;
  }

  /** A temporary; {@code wanted} is what it would like to be called. */
  public Local(String wanted, TypeMirror type) {
    this.kind = Kind.TEMPORARY;
    this.wanted = wanted;
    this.type = type;
    this.element = null;
    this.scopeOf = null;
    this.name = wanted;
  }

  /** Where it comes from. */
  public Kind kind() {
    return kind;
  }

  /** The name in the user's source, or the hint that the lowering gave. */
  public String wanted() {
    return wanted;
  }

  /** Whether the user gave it no name but {@code _} (JLS 6.1), so that nothing refers to it. */
  public boolean unnamed() {
    return element != null && element.getSimpleName().isEmpty();
  }

  /** Its type, which may be one that cannot be written. */
  public TypeMirror type() {
    return type;
  }

  /** The user's variable, or null for a temporary. */
  public @Nullable VariableElement element() {
    return element;
  }

  /** The lifted class whose scope it holds, or null. */
  public @Nullable LiftedClass scopeOf() {
    return scopeOf;
  }

  /** The name in the generated source; decided once all locals are known. */
  public String name() {
    return name;
  }

  /** Decides on its name in the generated source. */
  public void rename(String to) {
    name = to;
  }

  /**
   * Whether it is declared at the head of the step method rather than where the user declared it.
   */
  public boolean hoisted() {
    return hoisted;
  }

  /** Has it declared at the head of the step method. */
  public void hoist() {
    hoisted = true;
  }

  /** Whether the frame has a field for it. */
  public boolean inFrame() {
    return inFrame;
  }

  /** Has it kept in a field of the frame, and declared at the head of the step method. */
  public void putInFrame() {
    inFrame = true;
    hoisted = true;
  }

  @Override
  public String toString() {
    return name;
  }
}
