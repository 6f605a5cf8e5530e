package dev.fermata.processor.machine;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Layout;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.Uses;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of one step method. The user's names stay wherever they can; a name that would clash, or
 * hide something that the body means by it, gets a {@code $} and a number.
 */
final class Names {
  private final Set<String> taken = new HashSet<>();
  private final Set<String> mentioned = new HashSet<>();
  private final Map<String, String> inner = new HashMap<>();
  private final IdentityHashMap<Set<String>, Map<String, Integer>> numbers =
      new IdentityHashMap<>();

  /**
   * @param body the user's body
   */
  Names(Tree body) {
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void p) {
        mentioned.add(tree.getName().toString());
        return null;
      }

      @Override
      public @Nullable Void visitVariable(VariableTree tree, @Nullable Void p) {
        mentioned.add(tree.getName().toString());
        return super.visitVariable(tree, null);
      }

      @Override
      public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, @Nullable Void p) {
        mentioned.add(tree.getLabel().toString());
        return super.visitLabeledStatement(tree, null);
      }
    }.scan(body, null);
  }

  /** A name of the generated code's own, which nothing in the body uses. */
  String own(String wanted) {
    String name = wanted;
    for (int i = 1; mentioned.contains(name) || taken.contains(name); i++) {
      name = wanted + "$" + i;
    }
    taken.add(name);
    return name;
  }

  /** A name that lambdas and patterns may give to variables of their own, always the same. */
  String inner(String wanted) {
    return inner.computeIfAbsent(wanted, this::own);
  }

  /** The first number of which none of several names is in use. */
  int unusedNumber(int from, List<String> stems) {
    int number = from;
    while (isMentioned(stems, number)) {
      number++;
    }
    return number;
  }

  private boolean isMentioned(List<String> stems, int number) {
    return stems.stream().anyMatch(stem -> mentioned.contains(stem + "$" + number));
  }

  /**
   * Names all locals of a body.
   *
   * @param avoided names that other declarations of the body have, or that mean a field
   */
  void assign(Layout layout, Set<String> avoided) {
    Graph graph = layout.graph();
    Map<Local, Block> homes = new HashMap<>();
    for (Block block : graph.blocks()) {
      for (Uses uses : layout.liveness().uses(block)) {
        uses.all().forEach(local -> homes.putIfAbsent(local, layout.placement().state(block)));
      }
    }
    for (Local local : graph.locals()) {
      if (local.kind() == Local.Kind.PARAMETER) {
        hoisted(local, Set.of());
      }
    }
    for (Local local : graph.locals()) {
      if (local.hoisted() && local.kind() != Local.Kind.PARAMETER) {
        hoisted(local, local.kind() == Local.Kind.TEMPORARY ? mentioned : avoided);
      }
    }
    Map<Block, Set<String>> inState = new HashMap<>();
    for (Local local : graph.locals()) {
      Block home = homes.get(local);
      if (!local.hoisted() && home != null) {
        Set<String> used = inState.computeIfAbsent(home, h -> new HashSet<>());
        boolean temporary = local.kind() == Local.Kind.TEMPORARY;
        local.rename(free(local.wanted(), 1, temporary ? mentioned : avoided, used));
      }
    }
  }

  private void hoisted(Local local, Set<String> avoided) {
    int first =
        numbers
            .computeIfAbsent(avoided, names -> new HashMap<>())
            .merge(local.wanted(), 1, Integer::sum);
    local.rename(free(local.wanted(), first, avoided, taken));
  }

  /**
   * A name that is not in use.
   *
   * @param first how many locals there were that wanted it, this one included; none of the numbers
   *     before is free
   */
  private String free(String wanted, int first, Set<String> avoided, Set<String> used) {
    String name = first == 1 ? wanted : wanted + "$" + first;
    for (int i = Math.max(first + 1, 2);
        taken.contains(name) || used.contains(name) || avoided.contains(name);
        i++) {
      name = wanted + "$" + i;
    }
    used.add(name);
    return name;
  }
}
