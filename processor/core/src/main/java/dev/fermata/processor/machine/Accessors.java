package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import dev.fermata.processor.lowering.Typed;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a body may name in the user's class but not in a subclass of it: private members, and {@code
 * super} past it.
 */
interface Accessors {
  /** Whether the user's class has a member in the place of one that it inherits. */
  boolean isReplaced(Typed typed, Element member);

  /** Replaces the reading of a field; false where the field can be named. */
  boolean read(
      Rewriter place, ExpressionTree tree, @Nullable ExpressionTree receiver, Element field);

  /** The setting of a target that has been evaluated; null where it can be named. */
  @Nullable CodeBlock store(Renderer renderer, ExpressionTree target, CodeBlock value);

  /**
   * Replaces an assignment, compound assignment, increment or decrement; false where the target can
   * be named.
   */
  boolean assignment(Rewriter place, ExpressionTree tree);

  /** Replaces a call; false where the method can be named. */
  boolean call(Rewriter place, MethodInvocationTree tree, Element method);

  /** Replaces the creation of an instance; false where the constructor can be named. */
  boolean creation(Rewriter place, NewClassTree tree);

  /** Replaces a method reference; false where the method can be named. */
  boolean reference(Rewriter place, MemberReferenceTree tree);
}
