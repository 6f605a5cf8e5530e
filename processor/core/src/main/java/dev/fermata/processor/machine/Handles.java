package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import dev.fermata.processor.model.AsyncOwner;
import dev.fermata.processor.writing.Members;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Accessors by {@code MethodHandle} and {@code VarHandle} constants, which the JIT folds away. */
final class Handles implements Accessors {
  Handles(AsyncOwner owner) {}

  Members members() {
    return Members.NONE;
  }

  @Override
  public boolean read(
      Rewriter place, ExpressionTree tree, @Nullable ExpressionTree receiver, Element field) {
    return false;
  }

  @Override
  public @Nullable CodeBlock store(Renderer renderer, ExpressionTree target, CodeBlock value) {
    return null;
  }

  @Override
  public boolean assignment(Rewriter place, ExpressionTree tree) {
    return false;
  }

  @Override
  public boolean call(Rewriter place, MethodInvocationTree tree, Element method) {
    return false;
  }

  @Override
  public boolean creation(Rewriter place, NewClassTree tree) {
    return false;
  }

  @Override
  public boolean reference(Rewriter place, MemberReferenceTree tree) {
    return false;
  }
}
