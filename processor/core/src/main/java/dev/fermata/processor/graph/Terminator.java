package dev.fermata.processor.graph;

import com.sun.source.tree.CaseTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a block ends. */
public sealed interface Terminator {
  /** The blocks where it may go on, without those of exceptions. */
  List<Block> successors();

  /** Goes on at {@code target}. */
  record Goto(Block target) implements Terminator {
    @Override
    public List<Block> successors() {
      return List.of(target);
    }
  }

  /**
   * Goes to one of two blocks.
   *
   * @param whenTrue pattern variables that the condition binds when it is true and that must
   *     outlive the test
   * @param whenFalse the same when it is false
   */
  record Branch(
      Code condition, List<Local> whenTrue, List<Local> whenFalse, Block then, Block otherwise)
      implements Terminator {
    @Override
    public List<Block> successors() {
      return List.of(then, otherwise);
    }
  }

  /** A label is passed over once {@code from} has gone beyond its {@code index}. */
  record Reached(Local from, int index) {}

  /**
   * One arm of a {@link Switch}.
   *
   * @param tree the user's case, whose labels are written as they stand
   * @param bindings pattern variables of the label and its guard that must outlive them
   * @param reached when the label may be tried again, or null for always
   * @param dropGuard whether the user's guard is left out, because it suspends and the target
   *     evaluates it
   */
  record Arm(
      CaseTree tree,
      List<Local> bindings,
      @Nullable Reached reached,
      boolean dropGuard,
      Block target) {}

  /**
   * The user's {@code switch} with each body replaced by a jump; {@code otherwise} is where no
   * label matches.
   */
  record Switch(Code selector, List<Arm> arms, @Nullable Block otherwise) implements Terminator {
    @Override
    public List<Block> successors() {
      List<Block> all = new ArrayList<>();
      for (Arm arm : arms) {
        all.add(arm.target());
      }
      if (otherwise != null) {
        all.add(otherwise);
      }
      return all;
    }
  }

  /** Jumps by the number in {@code selector}: where a {@code finally} goes on. */
  record Dispatch(Local selector, List<Block> targets) implements Terminator {
    @Override
    public List<Block> successors() {
      return targets;
    }
  }

  /** Awaits {@code awaitable}; its value is {@link Code.Awaited} in {@code resume}. */
  record Await(Code awaitable, Block resume, int line) implements Terminator {
    @Override
    public List<Block> successors() {
      return List.of(resume);
    }
  }

  /** Hands {@code value} to the consumer of the generator. */
  record Emit(Code value, Block resume, int line) implements Terminator {
    @Override
    public List<Block> successors() {
      return List.of(resume);
    }
  }

  /** Completes with {@code value}, or with null. */
  record Return(@Nullable Code value) implements Terminator {
    @Override
    public List<Block> successors() {
      return List.of();
    }
  }

  /** Completes with what the coroutine {@code value} will complete with. */
  record Tail(Code value) implements Terminator {
    @Override
    public List<Block> successors() {
      return List.of();
    }
  }

  /** Throws. */
  record Throw(Code value) implements Terminator {
    @Override
    public List<Block> successors() {
      return List.of();
    }
  }

  /** Never reached: the last instruction of the block does not complete normally. */
  record Never(List<Block> successors) implements Terminator {}
}
