package dev.fermata.processor.flow;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import org.jspecify.annotations.Nullable;

/**
 * Says what an analysis follows. Places in loops, and in {@code finally} blocks, are visited
 * several times, with more and more known.
 *
 * @param <S> what is known at a place
 */
public interface Domain<S extends Known<S>> {
  /** An expression has been evaluated, its operands before it. */
  S evaluated(TreePath expression, S before);

  /**
   * A variable is declared; what it is initialised with has been evaluated. Also the resource of a
   * {@code try}, the parameter of a {@code catch}, the variable of a loop over elements, and one of
   * a pattern.
   */
  default S declared(TreePath variable, S before) {
    return before;
  }

  /** A variable is assigned by name; the value has been evaluated. */
  default S assigned(TreePath assignment, S before) {
    return before;
  }

  /** A test that is neither a constant nor composed of others was true, or false. */
  default S tested(TreePath condition, boolean outcome, S before) {
    return before;
  }

  /** An exception is about to be thrown by a statement; it has been evaluated. */
  default void throwing(TreePath statement, S before) {}

  /** A lambda or a class is there; its body is not gone through. */
  default S nested(TreePath body, S before) {
    return before;
  }

  /**
   * A clause begins to handle an exception.
   *
   * @param clause leads to a {@link CatchTree}, whose parameter is a {@link VariableTree}
   * @param body what is known where something in the {@code try} block may have thrown; null if
   *     nothing there can
   * @return null if the clause cannot be reached
   */
  default @Nullable S caught(TreePath clause, @Nullable S body) {
    return body;
  }

  /**
   * The body is left at its end or by {@code return}.
   *
   * @param before what is known then, on all of these ways; not called if there are none
   */
  default void returned(S before) {}

  /** The body is left by an exception; not called if nothing in it can throw one. */
  default void thrown(S before) {}
}
