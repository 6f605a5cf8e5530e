package dev.fermata.processor.lowering;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.model.Word;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Which trees of a body have to be lowered; all others stay as the user wrote them.
 *
 * <p>In: an attributed body. Out: every tree that contains a suspension; switches that javac errs
 * on in the place where they would be kept, as {@link FragileSwitches expressions} and as {@link
 * FragileGroups statements}; and every {@code try} with a {@code finally} or resources that stands
 * between a jump and a lowered target, because the jump would otherwise choose its state before the
 * {@code finally} has run.
 */
final class Marks {
  private static final Set<Word> SUSPENDING = EnumSet.of(Word.AWAIT, Word.EMIT, Word.EMIT_ALL);

  private final Typed typed;
  private final Tree body;
  private final Jumps jumps;
  private final Map<Element, Tree> classes = new HashMap<>();
  private final Set<Tree> lowered = Collections.newSetFromMap(new IdentityHashMap<>());

  Marks(Typed typed, Tree body, Jumps jumps) {
    this.typed = typed;
    this.body = body;
    this.jumps = jumps;
    new Finder().scan(body, null);
    FragileGroups.in(typed, body).forEach(this::lower);
    AsyncBlockClasses.of(typed, body).forEach(this::lowerDeclaration);
    openTries();
  }

  /** A class that an async block names is lifted, which takes a block that is lowered. */
  private void lowerDeclaration(Element type) {
    Tree declaration = classes.get(type);
    if (declaration != null) {
      TreePath path = typed.path(declaration);
      while (!(path.getLeaf() instanceof BlockTree || path.getLeaf() instanceof CaseTree)) {
        path = path.getParentPath();
      }
      lower(path.getLeaf());
    }
  }

  private void openTries() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Jumps.Jump jump : jumps.all()) {
        changed |= open(jump);
      }
    }
  }

  /** Whether {@code tree} is lowered rather than kept. */
  boolean lowered(@Nullable Tree tree) {
    return tree != null && lowered.contains(tree);
  }

  /** Lowers {@code tree} and what is around it although nothing in it suspends. */
  void lower(Tree tree) {
    for (TreePath path = typed.path(tree); path != null; path = path.getParentPath()) {
      lowered.add(path.getLeaf());
      if (path.getLeaf() == body) {
        break;
      }
    }
  }

  /** Lowers a statement for its size; jumps out of tries in it have to be looked at again. */
  void lowerLarge(Tree tree) {
    lower(tree);
    openTries();
  }

  private boolean open(Jumps.Jump jump) {
    boolean leavesLowered = jump.target() == body ? returnIsJump(jump) : lowered(jump.target());
    if (!leavesLowered) {
      return false;
    }
    boolean changed = false;
    for (TryTree attempt : jump.tries()) {
      boolean last = attempt.getFinallyBlock() != null || !attempt.getResources().isEmpty();
      if (last && !lowered(attempt)) {
        lower(attempt);
        changed = true;
      }
    }
    return changed;
  }

  /**
   * Whether a return leaves through a lowered finally or the closing of what a loop awaits each of,
   * or hands over to another coroutine.
   */
  private boolean returnIsJump(Jumps.Jump jump) {
    if (jump.tries().isEmpty()) {
      return false;
    }
    boolean throughLowered =
        jump.tries().stream().anyMatch(this::lowered)
            || jump.loops().stream().anyMatch(this::isAwaitEach);
    return throughLowered
        || (jump.tree() instanceof ReturnTree end
            && Returns.handsOver(typed, end.getExpression(), body));
  }

  private boolean isAwaitEach(EnhancedForLoopTree loop) {
    return Words.isWord(typed, loop.getExpression(), Word.AWAIT_EACH);
  }

  private final class Finder extends TreeScanner<@Nullable Void, @Nullable Void> {
    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void p) {
      if (Words.word(typed, tree).filter(SUSPENDING::contains).isPresent()) {
        lower(tree);
        // The generated call has a receiver.
        FragileSwitches.in(tree).forEach(Marks.this::lower);
      }
      return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void p) {
      if (Returns.handsOver(typed, tree.getExpression(), body)) {
        FragileSwitches.in(tree.getExpression()).forEach(Marks.this::lower);
      }
      return super.visitReturn(tree, null);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void p) {
      if (isAwaitEach(tree)) {
        lower(tree);
      }
      return super.visitEnhancedForLoop(tree, null);
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void p) {
      for (Tree resource : tree.getResources()) {
        if (Resources.isAsync(typed, resource)) {
          lower(tree);
        }
      }
      return super.visitTry(tree, null);
    }

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void p) {
      super.visitSynchronized(tree, null);
      if (lowered(tree.getBlock())) {
        throw new Untransformable(
            tree, "a monitor cannot be held while a body is suspended; use AsyncLock");
      }
      return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void p) {
      return tree == body ? super.visitLambdaExpression(tree, null) : null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
      declared(tree);
      return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void p) {
      scan(tree.getEnclosingExpression(), null);
      scan(tree.getArguments(), null);
      if (tree.getClassBody() != null) {
        declared(tree.getClassBody());
      }
      return null;
    }

    private void declared(ClassTree tree) {
      Element type = typed.element(tree);
      if (type != null) {
        classes.put(type, tree);
      }
    }
  }
}
