package dev.fermata.processor.checks;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.model.BodyKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells where a tree stands, going up from it to the body that it is part of. */
final class Places {
  private final Symbols symbols;

  Places(Symbols symbols) {
    this.symbols = symbols;
  }

  /** Where the tree of {@code path} stands. */
  Place of(TreePath path) {
    Place.@Nullable Region between = null;
    @Nullable TreePath member = null;
    @Nullable SynchronizedTree monitor = null;
    TreePath below = path;
    for (TreePath at = path.getParentPath(); at != null; below = at, at = at.getParentPath()) {
      Tree tree = at.getLeaf();
      if (symbols.isAsyncMethod(at) || symbols.isAsyncBlock(at)) {
        return inBody(at, between, member == null ? at : member, Optional.ofNullable(monitor));
      }
      if (monitor == null
          && tree instanceof SynchronizedTree block
          && block.getBlock() == below.getLeaf()) {
        monitor = block;
      }
      if (tree instanceof ClassTree) {
        member = member == null ? below : member;
        between = between == null ? Place.Region.CLASS : between;
      }
      if (tree instanceof LambdaExpressionTree) {
        between = between == null ? Place.Region.LAMBDA : between;
      }
    }
    TreePath around = member == null ? path : member;
    return new Place(Place.Region.OUTSIDE, around, Optional.empty(), Optional.empty());
  }

  private Place inBody(
      TreePath body,
      Place.@Nullable Region between,
      TreePath member,
      Optional<SynchronizedTree> monitor) {
    if (between != null) {
      return new Place(between, member, Optional.empty(), Optional.empty());
    }
    return symbols.isAsyncMethod(body)
        ? new Place(Place.Region.METHOD, body, symbols.kindOf(body), monitor)
        : new Place(Place.Region.BLOCK, body, Optional.of(BodyKind.COROUTINE), monitor);
  }
}
