package dev.fermata.processor.graph;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The blocks whose exceptions one handler takes: the body of a {@code try}, or of a {@code catch}
 * that has a {@code finally}.
 */
public final class Region {
  private final @Nullable Region parent;
  private final Local caught;
  private final Block handler;
  private final Set<Local> meaningless;

  /**
   * @param parent where an exception of the handler itself goes
   * @param caught takes the exception
   * @param handler goes on with it
   * @param meaningless locals of which the handler makes no use when there is an exception
   */
  public Region(@Nullable Region parent, Local caught, Block handler, Set<Local> meaningless) {
    this.parent = parent;
    this.caught = caught;
    this.handler = handler;
    this.meaningless = meaningless;
  }

  /**
   * The locals that are dead where the handler is entered by an exception, whatever it does
   * otherwise.
   */
  public Set<Local> meaningless() {
    return meaningless;
  }

  /** The region around it, or null. */
  public @Nullable Region parent() {
    return parent;
  }

  /** The local that holds what was thrown when the handler begins. */
  public Local caught() {
    return caught;
  }

  /** Where an exception goes on. */
  public Block handler() {
    return handler;
  }
}
