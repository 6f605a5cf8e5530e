package dev.fermata.processor.flow;

import com.sun.source.tree.Tree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ways that leave statements other than by their end, collected where they lead. A jump out of
 * a {@code try} with {@code finally} is kept at that until the block has been gone through.
 *
 * @param <S> what is known on a way
 */
final class Jumps<S extends Known<S>> {
  private final Deque<Frame<S>> frames = new ArrayDeque<>();

  /** Enters a statement, or an expression, to which jumps may lead. */
  Frame<S> enter(Tree tree) {
    return push(new Frame<>(tree, false, false));
  }

  /** Enters what exceptions lead to. */
  Frame<S> enterTry(Tree tree, boolean hasFinally) {
    return push(new Frame<>(tree, true, hasFinally));
  }

  private Frame<S> push(Frame<S> frame) {
    frames.push(frame);
    return frame;
  }

  /** Leaves what was entered last. */
  void leave() {
    frames.pop();
  }

  /** A jump begins here. */
  void jump(Target target, S state) {
    for (Frame<S> frame : frames) {
      if (frame.holdsJumps || frame.tree == target.tree()) {
        frame.jumps.merge(target, state, (one, other) -> one.join(other));
        return;
      }
    }
    throw new IllegalStateException("a jump to nowhere: " + target.tree().getKind());
  }

  /** Something here may throw an exception. */
  void raise(S state) {
    for (Frame<S> frame : frames) {
      if (frame.holdsExceptions) {
        frame.thrown = Known.either(frame.thrown, state);
        return;
      }
    }
  }

  /**
   * Where a jump leads.
   *
   * @param next whether it is the next round of a loop, not its end
   */
  record Target(Tree tree, boolean next) {}

  /** What is being gone through, with the ways that have led to it. */
  static final class Frame<S extends Known<S>> {
    private final Tree tree;
    private final boolean holdsExceptions;
    private final boolean holdsJumps;
    private final Map<Target, S> jumps = new LinkedHashMap<>();
    private @Nullable S thrown;

    private Frame(Tree tree, boolean holdsExceptions, boolean holdsJumps) {
      this.tree = tree;
      this.holdsExceptions = holdsExceptions;
      this.holdsJumps = holdsJumps;
    }

    /** Returns what is known where it is left for its end. */
    @Nullable S breaks() {
      return jumps.get(new Target(tree, false));
    }

    /** Returns what is known where its next round is begun. */
    @Nullable S continues() {
      return jumps.get(new Target(tree, true));
    }

    /** Takes what is known where exceptions were thrown. */
    @Nullable S takeThrown() {
      S taken = thrown;
      thrown = null;
      return taken;
    }

    /** Returns the jumps that it holds; none if it is no {@code try}. */
    Map<Target, S> held() {
      return holdsJumps ? jumps : Map.of();
    }
  }
}
