package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.model.AsyncOwner;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the mention of members that the subclass cannot name by calls of {@link Handles
 * accessors}.
 */
final class PrivateAccess implements Accessors {
  private final Accessibility accessibility;
  private final FieldAccess fields;
  private final CallAccess calls;
  private final CreationAccess creations;
  private final ReferenceAccess references;

  PrivateAccess(AsyncOwner owner, Handles handles) {
    Receivers receivers = new Receivers(owner, handles);
    this.accessibility = new Accessibility(owner.type());
    this.fields = new FieldAccess(owner, accessibility, receivers, handles);
    this.calls = new CallAccess(owner, accessibility, receivers, handles.calls());
    this.creations = new CreationAccess(owner, accessibility, receivers, handles.calls());
    this.references = new ReferenceAccess(owner, accessibility, receivers, handles.calls());
  }

  @Override
  public boolean isReplaced(Typed typed, Element member) {
    return accessibility.isReplaced(typed, member);
  }

  @Override
  public boolean read(
      Rewriter place, ExpressionTree tree, @Nullable ExpressionTree receiver, Element field) {
    return fields.read(place, tree, receiver, field);
  }

  @Override
  public @Nullable CodeBlock store(Renderer renderer, ExpressionTree target, CodeBlock value) {
    return fields.store(renderer, target, value);
  }

  @Override
  public boolean assignment(Rewriter place, ExpressionTree tree) {
    return fields.assignment(place, tree);
  }

  @Override
  public boolean call(Rewriter place, MethodInvocationTree tree, Element method) {
    return calls.call(place, tree, method);
  }

  @Override
  public boolean creation(Rewriter place, NewClassTree tree) {
    return creations.creation(place, tree);
  }

  @Override
  public boolean reference(Rewriter place, MemberReferenceTree tree) {
    return references.reference(place, tree);
  }
}
