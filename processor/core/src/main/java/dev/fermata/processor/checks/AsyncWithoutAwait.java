package dev.fermata.processor.checks;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.diagnostics.Wording;
import dev.fermata.processor.model.Word;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * An {@code @Async} body that has nothing to wait for: each {@code return} gives what is complete
 * already, and no word of the language stands in it.
 */
final class AsyncWithoutAwait implements TreeRule {
  private final Symbols symbols;

  AsyncWithoutAwait(Symbols symbols) {
    this.symbols = symbols;
  }

  @Override
  public Set<DiagnosticName> names() {
    return Set.of(DiagnosticName.ASYNC_WITHOUT_AWAIT);
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.METHOD);
  }

  @Override
  public void check(TreePath path, Consumer<Finding> findings) {
    if (!symbols.isAsyncMethod(path) || symbols.kindOf(path).isEmpty()) {
      return;
    }
    MethodTree method = (MethodTree) path.getLeaf();
    Search search = new Search();
    search.scan(path, null);
    if (!search.waits && search.returns) {
      findings.accept(
          new Finding(
              DiagnosticName.ASYNC_WITHOUT_AWAIT,
              path,
              "%s has nothing to wait for, so it need not be @Async; drop @Async, or await what it should wait for"
                  .formatted(Wording.method(method))));
    }
  }

  private final class Search extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private static final Set<String> COMPLETE =
        Set.of("completedFuture", "completedStage", "failedFuture", "failedStage");

    private boolean waits;
    private boolean returns;

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
      waits |= symbols.wordOf(getCurrentPath()).filter(Word::suspends).isPresent();
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
      for (Tree resource : tree.getResources()) {
        waits |= symbols.isAsyncResource(new TreePath(getCurrentPath(), resource));
      }
      return super.visitTry(tree, null);
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
      returns = true;
      waits |= tree.getExpression() != null && !isComplete(tree.getExpression(), getCurrentPath());
      return super.visitReturn(tree, null);
    }

    private boolean isComplete(ExpressionTree returned, TreePath parent) {
      TreePath path = new TreePath(parent, returned);
      if (returned instanceof ParenthesizedTree parentheses) {
        return isComplete(parentheses.getExpression(), path);
      }
      return returned instanceof MethodInvocationTree call
          && isComplete(symbols.elementOf(new TreePath(path, call.getMethodSelect())));
    }

    private boolean isComplete(@Nullable Element method) {
      return Word.isOfLanguage(method, "done")
          || Word.isOfLanguage(method, "end")
          || (method != null
              && COMPLETE.contains(method.getSimpleName().toString())
              && Symbols.ownerOf(method).equals("java.util.concurrent.CompletableFuture"));
    }

    /** What a lambda waits for is not what the body waits for. */
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
