package dev.fermata.processor.checks;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.diagnostics.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes once through a tree, and shows each rule the trees of its kinds, from the outside in. */
final class Walk extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final Map<Tree.Kind, List<TreeRule>> rules;
  private final List<Finding> findings = new ArrayList<>();

  private Walk(Map<Tree.Kind, List<TreeRule>> rules) {
    this.rules = rules;
  }

  /** The rules by the kinds that they want to see. */
  static Map<Tree.Kind, List<TreeRule>> byKind(List<TreeRule> rules) {
    Map<Tree.Kind, List<TreeRule>> byKind = new EnumMap<>(Tree.Kind.class);
    for (TreeRule rule : rules) {
      for (Tree.Kind kind : rule.kinds()) {
        byKind.computeIfAbsent(kind, it -> new ArrayList<>()).add(rule);
      }
    }
    return byKind;
  }

  /** What they find in the tree of {@code path} and below. */
  static List<Finding> findings(TreePath path, Map<Tree.Kind, List<TreeRule>> rules) {
    Walk walk = new Walk(rules);
    walk.show(path);
    walk.scan(path, null);
    return walk.findings;
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    if (tree != null && rules.containsKey(tree.getKind())) {
      show(new TreePath(getCurrentPath(), tree));
    }
    return super.scan(tree, null);
  }

  private void show(TreePath path) {
    for (TreeRule rule : rules.getOrDefault(path.getLeaf().getKind(), List.of())) {
      rule.check(path, findings::add);
    }
  }
}
