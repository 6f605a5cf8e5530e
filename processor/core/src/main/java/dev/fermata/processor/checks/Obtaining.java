package dev.fermata.processor.checks;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.model.RuntimeNames;
import dev.fermata.processor.model.Word;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/**
 * Tells expressions that give somebody a resource who has to close it from those that only show one
 * that belongs to others.
 */
final class Obtaining {
  /** Names of methods that show what is there. */
  private static final Pattern SHOWS =
      Pattern.compile("(get|current|shared|default|instance|singleton)(?![a-z]).*");

  private final Symbols symbols;

  Obtaining(Symbols symbols) {
    this.symbols = symbols;
  }

  /** Whether a tree can be such an expression; asks for no symbols. */
  boolean mayObtain(Tree tree) {
    return tree instanceof MethodInvocationTree || tree instanceof NewClassTree;
  }

  /** Whether the expression at {@code path}, which has the type of a resource, obtains it. */
  boolean obtains(TreePath path) {
    if (!(path.getLeaf() instanceof MethodInvocationTree call)) {
      return path.getLeaf() instanceof NewClassTree;
    }
    if (symbols.isWord(Word.AWAIT, path)) {
      ExpressionTree awaited = call.getArguments().get(0);
      return !(awaited instanceof MethodInvocationTree) || !shows(new TreePath(path, awaited));
    }
    Element method = symbols.elementOf(path);
    return method != null
        && !shows(path)
        && (method.getModifiers().contains(Modifier.STATIC)
            || symbols.is(path, RuntimeNames.ASYNC_GENERATOR)
            || (isHold(path) && symbols.isOfRuntime(method)));
  }

  /**
   * Whether the resource is in use as soon as it is there, so that it has to be closed after an
   * exception too. One that was just made may be on its way to who will use it.
   */
  boolean isInUse(TreePath path) {
    return symbols.isWord(Word.AWAIT, path) || isHold(path);
  }

  /** A hold is nothing that somebody would show to others. */
  private boolean isHold(TreePath path) {
    return symbols.isExactly(path, RuntimeNames.HELD)
        || symbols.isExactly(path, RuntimeNames.PERMIT);
  }

  private boolean shows(TreePath call) {
    Element method = symbols.elementOf(call);
    return method != null && SHOWS.matcher(method.getSimpleName()).matches();
  }
}
