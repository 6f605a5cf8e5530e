package dev.fermata.processor.checks;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.diagnostics.Wording;
import dev.fermata.processor.model.RuntimeNames;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * A second loop, or a thread that waits for one, where a loop runs: in the body of an
 * {@code @Async} method.
 */
final class LoopInsideLoop implements TreeRule {
  private static final Set<String> RUNNERS =
      Set.of(
          RuntimeNames.EVENT_LOOP.canonicalName(),
          RuntimeNames.EVENT_LOOP.nestedClass("Runner").canonicalName());
  private static final String DEFERRED = RuntimeNames.DEFERRED.canonicalName();
  private static final String FUTURE = "java.util.concurrent.CompletableFuture";
  private static final Set<String> WAITS = Set.of("join", "get");

  private final Symbols symbols;
  private final BodyCode bodies;

  LoopInsideLoop(Symbols symbols, BodyCode bodies) {
    this.symbols = symbols;
    this.bodies = bodies;
  }

  @Override
  public Set<DiagnosticName> names() {
    return Set.of(DiagnosticName.LOOP_INSIDE_LOOP);
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.METHOD_INVOCATION);
  }

  @Override
  public void check(TreePath path, Consumer<Finding> findings) {
    MethodInvocationTree call = (MethodInvocationTree) path.getLeaf();
    awaited(call, path)
        .filter(instead -> bodies.has(path))
        .ifPresent(
            instead ->
                findings.accept(
                    Finding.below(
                        path,
                        call.getMethodSelect(),
                        DiagnosticName.LOOP_INSIDE_LOOP,
                        "%s in an @Async body, where a loop runs already and would wait for itself; write await(%s)"
                            .formatted(Wording.expression(call), Wording.expression(instead)))));
  }

  /** Whether this is such a call, wherever it stands. */
  boolean isOne(TreePath call) {
    return awaited((MethodInvocationTree) call.getLeaf(), call).isPresent();
  }

  /** What to await instead, if it is such a call. */
  private Optional<ExpressionTree> awaited(MethodInvocationTree call, TreePath path) {
    if (!(methodOf(call, path) instanceof ExecutableElement method)) {
      return Optional.empty();
    }
    String owner = Symbols.ownerOf(method);
    String name = method.getSimpleName().toString();
    if (RUNNERS.contains(owner) && name.equals("run") && !call.getArguments().isEmpty()) {
      return Optional.of(call.getArguments().get(0));
    }
    Optional<ExpressionTree> receiver = receiver(call);
    if (owner.equals(DEFERRED) && name.equals("join")) {
      return receiver;
    }
    return owner.equals(FUTURE) && WAITS.contains(name)
        ? receiver.flatMap(future -> deferred(future, path))
        : Optional.empty();
  }

  /** The {@code x} of {@code x.toCompletableFuture()}. */
  private Optional<ExpressionTree> deferred(ExpressionTree future, TreePath call) {
    TreePath select = new TreePath(call, ((MethodInvocationTree) call.getLeaf()).getMethodSelect());
    return future instanceof MethodInvocationTree conversion
            && methodOf(conversion, new TreePath(select, conversion))
                instanceof ExecutableElement method
            && Symbols.ownerOf(method).equals(DEFERRED)
        ? receiver(conversion)
        : Optional.empty();
  }

  private @Nullable Element methodOf(MethodInvocationTree call, TreePath path) {
    return symbols.elementOf(new TreePath(path, call.getMethodSelect()));
  }

  private static Optional<ExpressionTree> receiver(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree select
        ? Optional.of(select.getExpression())
        : Optional.empty();
  }
}
