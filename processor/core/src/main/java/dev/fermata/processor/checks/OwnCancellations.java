package dev.fermata.processor.checks;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.model.RuntimeNames;
import dev.fermata.processor.model.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Tells in which {@code try} a task may see that it was cancelled: where it awaits something,
 * unless all of that are tasks, or promises, that the body itself has cancelled, and whose end it
 * waits for.
 */
final class OwnCancellations {
  private static final Set<String> CANCELLING = Set.of("cancel", "cancelWith");

  private final Symbols symbols;

  OwnCancellations(Symbols symbols) {
    this.symbols = symbols;
  }

  /** Whether the clause at {@code path} may see the cancellation of the task that it is in. */
  boolean maySee(TreePath clause) {
    TreePath tryPath = clause.getParentPath();
    TryTree tree = (TryTree) tryPath.getLeaf();
    Awaits awaits = new Awaits();
    awaits.scan(new TreePath(tryPath, tree.getBlock()), null);
    boolean isClosing =
        tree.getResources().stream()
            .anyMatch(resource -> symbols.isAsyncResource(new TreePath(tryPath, resource)));
    tree.getResources().forEach(it -> awaits.scan(new TreePath(tryPath, it), null));
    if (isClosing || awaits.hasOthers) {
      return true;
    }
    return !awaits.variables.isEmpty() && !cancelledBefore(clause).containsAll(awaits.variables);
  }

  /** The variables whose cancellation is asked for in the body, in front of the {@code try}. */
  private Set<Element> cancelledBefore(TreePath clause) {
    Set<Element> cancelled = new HashSet<>();
    Tree end = clause.getParentPath().getLeaf();
    Followed.bodyAround(clause)
        .ifPresent(
            body ->
                new TreePathScanner<@Nullable Void, @Nullable Void>() {
                  private boolean ended;

                  @Override
                  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
                    ended |= tree == end;
                    return ended ? null : super.scan(tree, null);
                  }

                  @Override
                  public @Nullable Void visitMethodInvocation(
                      MethodInvocationTree call, @Nullable Void unused) {
                    if (call.getMethodSelect() instanceof MemberSelectTree select
                        && CANCELLING.contains(select.getIdentifier().toString())) {
                      TreePath at = new TreePath(getCurrentPath(), select);
                      Element of = symbols.elementOf(new TreePath(at, select.getExpression()));
                      if (of != null) {
                        cancelled.add(of);
                      }
                    }
                    return super.visitMethodInvocation(call, null);
                  }
                }.scan(body, null));
    return cancelled;
  }

  /** What is awaited: variables that can be cancelled by themselves, and others. */
  private final class Awaits extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final List<Element> variables = new ArrayList<>();
    private boolean hasOthers;

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
      Optional<Word> word = symbols.wordOf(getCurrentPath());
      if (word.equals(Optional.of(Word.AWAIT))) {
        awaited(call.getArguments().get(0));
      } else if (word.isPresent() && word.get() != Word.ASYNC) {
        hasOthers = true;
      }
      return super.visitMethodInvocation(call, null);
    }

    private void awaited(ExpressionTree tree) {
      TreePath path = new TreePath(getCurrentPath(), tree);
      Element variable = symbols.elementOf(path);
      if (tree instanceof IdentifierTree
          && variable != null
          && symbols.is(path, RuntimeNames.DEFERRED)) {
        variables.add(variable);
      } else {
        hasOthers = true;
      }
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
      hasOthers |=
          tree.getResources().stream()
              .anyMatch(it -> symbols.isAsyncResource(new TreePath(getCurrentPath(), it)));
      return super.visitTry(tree, null);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
      return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
      return null;
    }
  }
}
