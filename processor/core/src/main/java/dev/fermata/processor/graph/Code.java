package dev.fermata.processor.graph;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/**
 * A piece of the generated body, kept symbolic until it is written: names, hoisting and captures
 * are decided in between.
 */
public sealed interface Code {
  /** The user's own text of {@code tree}, with what the lowering replaced inside it. */
  record Source(Tree tree) implements Code {}

  /**
   * The user's own text of {@code tree}, although {@code tree} itself is replaced wherever else it
   * is written.
   */
  record Original(Tree tree) implements Code {}

  /** {@code target = value}, where the target may be one that only an accessor can set. */
  record Store(ExpressionTree target, Code value) implements Code {}

  /** An operand of an operator, in parentheses where it binds no tighter than that. */
  record Operand(Code code) implements Code {}

  /** The value of a local. */
  record Use(Local local) implements Code {}

  /** What the last await gave, as {@code type}. */
  record Awaited(TypeMirror type) implements Code {}

  /** Whether a value is of a class. */
  record IsInstance(Code value, TypeMirror type) implements Code {}

  /** The class that a type is at run time. */
  record ClassLiteral(TypeMirror type) implements Code {}

  /** A new scope of a lifted class, with what the class captures. */
  record NewScope(LiftedClass lifted) implements Code {}

  /** The name of the user's class. */
  record AssertionsEnabled() implements Code {}

  /**
   * A template: {@code $L} stands for the next argument, which is a {@link Code}, a {@link String},
   * a {@link TypeMirror} or a {@code TypeName}.
   */
  record Template(String format, List<Object> arguments) implements Code {}

  static Code of(String format, Object... arguments) {
    return new Template(format, List.of(arguments));
  }

  static Code use(Local local) {
    return new Use(local);
  }

  static Code source(Tree tree) {
    return new Source(tree);
  }
}
