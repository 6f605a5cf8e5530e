package dev.fermata.processor.checks;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.diagnostics.Wording;
import dev.fermata.processor.model.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Returning a coroutine out of a {@code try}: it runs when that has been left. Its failure is not
 * caught there, {@code finally} does not wait for it, and resources are closed before it begins.
 */
final class UnawaitedReturnInTry implements TreeRule {
  private final Symbols symbols;
  private final RuntimeTypes runtime;

  UnawaitedReturnInTry(Symbols symbols, RuntimeTypes runtime) {
    this.symbols = symbols;
    this.runtime = runtime;
  }

  @Override
  public Set<DiagnosticName> names() {
    return Set.of(DiagnosticName.UNAWAITED_RETURN_IN_TRY);
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.RETURN);
  }

  @Override
  public void check(TreePath path, Consumer<Finding> findings) {
    ExpressionTree returned = ((ReturnTree) path.getLeaf()).getExpression();
    if (returned != null) {
      returned(new TreePath(path, returned), findings);
    }
  }

  private void returned(TreePath path, Consumer<Finding> findings) {
    Tree tree = path.getLeaf();
    if (tree instanceof ParenthesizedTree parentheses) {
      returned(new TreePath(path, parentheses.getExpression()), findings);
    } else if (tree instanceof ConditionalExpressionTree choice) {
      returned(new TreePath(path, choice.getTrueExpression()), findings);
      returned(new TreePath(path, choice.getFalseExpression()), findings);
    } else if (tree instanceof MethodInvocationTree call) {
      TreePath name = new TreePath(path, call.getMethodSelect());
      if (isToRun(path, symbols.elementOf(name))) {
        report(call, name, findings);
      }
    }
  }

  private boolean isToRun(TreePath call, @Nullable Element method) {
    return switch (runtime.kindOf(symbols.typeOf(call))) {
      case COROUTINE -> !Word.isOfLanguage(method, "done");
      case GENERATOR -> !Word.isOfLanguage(method, "end");
      case DEFERRED, AWAITABLE, OTHER -> false;
    };
  }

  private void report(MethodInvocationTree call, TreePath name, Consumer<Finding> findings) {
    List<String> missed = new ArrayList<>();
    @Nullable TreePath body = misses(name, missed);
    if (missed.isEmpty()) {
      return;
    }
    boolean canWait = body != null && (symbols.isAsyncMethod(body) || symbols.isAsyncBlock(body));
    findings.accept(
        new Finding(
            DiagnosticName.UNAWAITED_RETURN_IN_TRY,
            name,
            "%s runs only when this try has been left: %s; write %s"
                .formatted(
                    Wording.expression(call),
                    String.join(", and ", missed),
                    instead(call, name, canWait))));
  }

  private String instead(MethodInvocationTree call, TreePath name, boolean canWait) {
    if (runtime.kindOf(symbols.typeOf(name.getParentPath())) == RuntimeTypes.Kind.GENERATOR) {
      return "the try in the generator";
    }
    return canWait
        ? "return done(await(%s))".formatted(Wording.expression(call))
        : "an @Async method that awaits it there";
  }

  /** Adds what does not happen; the result is the body that is returned from. */
  private static @Nullable TreePath misses(TreePath path, List<String> missed) {
    TreePath below = path;
    boolean isInCatch = false;
    for (TreePath at = path.getParentPath(); at != null; below = at, at = at.getParentPath()) {
      Tree tree = at.getLeaf();
      if (tree instanceof MethodTree
          || tree instanceof ClassTree
          || tree instanceof LambdaExpressionTree) {
        return at;
      }
      if (tree instanceof CatchTree) {
        isInCatch = true;
      } else if (tree instanceof TryTree attempt) {
        boolean isInBlock = attempt.getBlock() == below.getLeaf();
        if (isInBlock && !attempt.getResources().isEmpty()) {
          add(missed, "the resources are closed before");
        }
        if (isInBlock && !attempt.getCatches().isEmpty()) {
          add(missed, "its failure is not caught here");
        }
        if ((isInBlock || isInCatch) && attempt.getFinallyBlock() != null) {
          add(missed, "finally does not wait for it");
        }
        isInCatch = false;
      }
    }
    return null;
  }

  private static void add(List<String> missed, String what) {
    if (!missed.contains(what)) {
      missed.add(what);
    }
  }
}
