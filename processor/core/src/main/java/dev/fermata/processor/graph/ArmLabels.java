package dev.fermata.processor.graph;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The direct parts of a {@code case} before its body: labels and guard, on every release of the
 * tree API.
 */
final class ArmLabels extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Terminator.Arm arm;
  private final List<Tree> parts = new ArrayList<>();
  private boolean inside;

  ArmLabels(Terminator.Arm arm) {
    this.arm = arm;
    scan(arm.tree(), null);
  }

  void forEach(Consumer<Tree> action) {
    parts.forEach(action);
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
    if (tree == null) {
      return null;
    }
    if (tree == arm.tree() && !inside) {
      inside = true;
      super.scan(tree, null);
    } else if (inside && !isBody(tree)) {
      parts.add(tree);
    }
    return null;
  }

  private boolean isBody(Tree tree) {
    if (tree == arm.tree().getBody()) {
      return true;
    }
    return arm.tree().getStatements() != null && arm.tree().getStatements().contains(tree);
  }
}
