package dev.fermata.processor.graph;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A straight run of instructions with one end. */
public final class Block {
  private final int serial;
  private final @Nullable Region region;
  private final List<Instruction> instructions = new ArrayList<>();
  private final List<Block> jumps = new ArrayList<>();
  private @Nullable Terminator terminator;

  Block(int serial, @Nullable Region region) {
    this.serial = serial;
    this.region = region;
  }

  /** The order of making, which is the order of the source. */
  public int serial() {
    return serial;
  }

  /** The innermost region that it is in, or null. */
  public @Nullable Region region() {
    return region;
  }

  /** What it does, in order; the list can be changed. */
  public List<Instruction> instructions() {
    return instructions;
  }

  /** Where statements inside the block jump to, beside the terminator. */
  public List<Block> jumps() {
    return jumps;
  }

  /** Whether it has an end yet. */
  public boolean terminated() {
    return terminator != null;
  }

  /**
   * How it ends.
   *
   * @throws IllegalStateException if it has no end yet
   */
  public Terminator terminator() {
    if (terminator == null) {
      throw new IllegalStateException("block " + serial + " has no end");
    }
    return terminator;
  }

  /** Gives it this end, in the place of the one that it may have. */
  public void terminate(Terminator end) {
    terminator = end;
  }

  /** Everywhere that control may go on from here, exceptions apart. */
  public List<Block> successors() {
    List<Block> all = new ArrayList<>(terminator().successors());
    all.addAll(jumps);
    return all;
  }

  @Override
  public String toString() {
    return "B" + serial;
  }
}
