package dev.fermata.patterns;

/** A {@link ResourcePool} was closed, before or while a task waited for a resource of it. */
public class PoolClosedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Makes one. */
  public PoolClosedException() {
    super("the pool is closed");
  }
}
