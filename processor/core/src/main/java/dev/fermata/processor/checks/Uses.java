package dev.fermata.processor.checks;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.model.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds every use of a word of the language and every resource that is closed by awaiting it. */
final class Uses extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final Symbols symbols;
  private final Places places;
  private final List<Use> found = new ArrayList<>();

  private Uses(Symbols symbols) {
    this.symbols = symbols;
    this.places = new Places(symbols);
  }

  /** The uses in the tree of {@code path} and below. */
  static List<Use> in(TreePath path, Symbols symbols) {
    Uses uses = new Uses(symbols);
    uses.scan(path, null);
    return uses.found;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
    TreePath path = getCurrentPath();
    TreePath name = new TreePath(path, call.getMethodSelect());
    symbols
        .wordOf(path)
        .ifPresent(
            word ->
                add(
                    word == Word.AWAIT_EACH && !isLoopSource(path)
                        ? Use.Kind.STRAY_LOOP_SOURCE
                        : Use.Kind.CALL,
                    Optional.of(word),
                    name));
    return super.visitMethodInvocation(call, null);
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

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
    TreePath path = getCurrentPath();
    symbols.wordOf(path).ifPresent(word -> add(Use.Kind.REFERENCE, Optional.of(word), path));
    return super.visitMemberReference(tree, null);
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    for (Tree resource : tree.getResources()) {
      TreePath path = new TreePath(getCurrentPath(), resource);
      if (symbols.isAsyncResource(path)) {
        add(Use.Kind.RESOURCE, Optional.empty(), path);
      }
    }
    return super.visitTry(tree, null);
  }

  private void add(Use.Kind kind, Optional<Word> word, TreePath at) {
    found.add(new Use(kind, word, at, places.of(at)));
  }
}
