package dev.fermata.processor.checks;

import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import org.jspecify.annotations.Nullable;

/** Looks whether there is a tree of some kind: each visit says true if it has found one. */
abstract class TreeSearch extends TreePathScanner<@Nullable Boolean, @Nullable Void> {
  /** Whether there is one in the tree of {@code path} or below. */
  final boolean finds(TreePath path) {
    return scan(path, null) != null;
  }

  /** What a visit returns. */
  static @Nullable Boolean found(boolean isOne) {
    return isOne ? true : null;
  }

  @Override
  public final @Nullable Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
    return one == null ? other : one;
  }
}
