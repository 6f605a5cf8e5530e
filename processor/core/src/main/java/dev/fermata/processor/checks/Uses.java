package dev.fermata.processor.checks;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.model.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the uses of words of the language and the resources that are closed by awaiting them. */
final class Uses {
  /** The trees that can be, or have, such a use. */
  static final Set<Tree.Kind> KINDS =
      Set.of(Tree.Kind.METHOD_INVOCATION, Tree.Kind.MEMBER_REFERENCE, Tree.Kind.TRY);

  private final Symbols symbols;
  private final Places places;

  Uses(Symbols symbols) {
    this.symbols = symbols;
    this.places = new Places(symbols);
  }

  /** The uses that the tree of {@code path} is; not those below it. */
  List<Use> at(TreePath path) {
    return path.getLeaf() instanceof TryTree tree
        ? resources(tree, path)
        : word(path).stream().toList();
  }

  private Optional<Use> word(TreePath path) {
    return symbols
        .wordOf(path)
        .map(
            word ->
                path.getLeaf() instanceof MethodInvocationTree call
                    ? use(kindOf(word, path), word, new TreePath(path, call.getMethodSelect()))
                    : use(Use.Kind.REFERENCE, word, path));
  }

  private static Use.Kind kindOf(Word word, TreePath call) {
    return word == Word.AWAIT_EACH && !isLoopSource(call)
        ? Use.Kind.STRAY_LOOP_SOURCE
        : Use.Kind.CALL;
  }

  private static boolean isLoopSource(TreePath path) {
    TreePath below = path;
    TreePath above = Symbols.withoutParentheses(path.getParentPath());
    while (below.getParentPath() != above) {
      below = below.getParentPath();
    }
    return above.getLeaf() instanceof EnhancedForLoopTree loop
        && loop.getExpression() == below.getLeaf();
  }

  private List<Use> resources(TryTree tree, TreePath path) {
    List<Use> found = new ArrayList<>();
    for (Tree resource : tree.getResources()) {
      TreePath at = new TreePath(path, resource);
      if (symbols.isAsyncResource(at)) {
        found.add(new Use(Use.Kind.RESOURCE, Optional.empty(), at, places.of(at)));
      }
    }
    return found;
  }

  private Use use(Use.Kind kind, Word word, TreePath at) {
    return new Use(kind, Optional.of(word), at, places.of(at));
  }
}
