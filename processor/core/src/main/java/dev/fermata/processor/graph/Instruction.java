package dev.fermata.processor.graph;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import org.jspecify.annotations.Nullable;

/** A step of a block that does not end it. */
public sealed interface Instruction {
  /** A statement of the user's without suspension, word for word. */
  record Statement(StatementTree tree) implements Instruction {}

  /** A local class, record, enum or interface. */
  record LocalClass(ClassTree tree) implements Instruction {}

  /**
   * The declaration of a user's variable, without suspension in its initialiser.
   *
   * @param tree where it is declared
   * @param value what it is set to, or null for none
   */
  record Declare(Local local, VariableTree tree, @Nullable Code value) implements Instruction {}

  /** {@code local = value;}, a declaration where {@code local} is a temporary of one block. */
  record Assign(Local local, Code value) implements Instruction {}

  /** An expression for its effect. */
  record Evaluate(Code expression) implements Instruction {}

  /** A comment of the user's. */
  record Remark(String text) implements Instruction {}
}
