package dev.fermata.processor.graph;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How many bytecodes a piece of a body becomes, estimated from above by its number of trees.
 *
 * <p>HotSpot never compiles a method of more than 8,000 bytecodes, and javac refuses one of more
 * than 64 KB, so large bodies are written as several methods.
 */
public final class Sizes {
  /** What one method may become; half of what HotSpot allows, since all is estimated. */
  public static final int LIMIT = 4_000;

  private static final int PER_TREE = 4;
  private static final int PER_INSTRUCTION = 6;
  private static final int PER_TERMINATOR = 24;

  private final IdentityHashMap<Tree, Integer> known = new IdentityHashMap<>();

  /** The size of a tree of the user's. */
  public int of(@Nullable Tree tree) {
    return tree == null ? 0 : known.computeIfAbsent(tree, Sizes::count);
  }

  private static int count(Tree tree) {
    int[] trees = new int[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree inner, @Nullable Void p) {
        trees[0] += inner == null ? 0 : 1;
        boolean elsewhere = inner instanceof ClassTree || inner instanceof LambdaExpressionTree;
        return elsewhere ? null : super.scan(inner, null);
      }
    }.scan(tree, null);
    return trees[0] * PER_TREE;
  }

  /** The size of an instruction. */
  public int of(Instruction instruction) {
    if (instruction instanceof Instruction.Statement statement) {
      return of(statement.tree());
    }
    if (instruction instanceof Instruction.Declare declare) {
      return PER_INSTRUCTION + of(declare.tree());
    }
    if (instruction instanceof Instruction.Assign assign) {
      return PER_INSTRUCTION + of(assign.value());
    }
    return instruction instanceof Instruction.Evaluate evaluate ? of(evaluate.expression()) : 0;
  }

  /** The size of a block without the blocks that are written inside it. */
  public int of(Block block) {
    int size = PER_TERMINATOR;
    for (Instruction instruction : block.instructions()) {
      size += of(instruction);
    }
    Terminator end = block.terminator();
    if (end instanceof Terminator.Await await) {
      size += of(await.awaitable());
    } else if (end instanceof Terminator.Emit emit) {
      size += of(emit.value());
    } else if (end instanceof Terminator.Branch branch) {
      size += of(branch.condition());
    } else if (end instanceof Terminator.Return done && done.value() != null) {
      size += of(done.value());
    } else if (end instanceof Terminator.Switch choice) {
      size += of(choice.selector()) + choice.arms().size() * PER_TERMINATOR;
    }
    return size;
  }

  private int of(Code code) {
    if (code instanceof Code.Source source) {
      return of(source.tree());
    }
    if (code instanceof Code.Original original) {
      return of(original.tree());
    }
    int size = PER_TREE;
    if (code instanceof Code.Template template) {
      for (Object argument : template.arguments()) {
        size += argument instanceof Code inner ? of(inner) : PER_TREE;
      }
    } else if (code instanceof Code.Operand operand) {
      size += of(operand.code());
    } else if (code instanceof Code.Store store) {
      size += of(store.target()) + of(store.value());
    }
    return size;
  }
}
