package dev.fermata.patterns;

/**
 * A resource of a {@link ResourcePool}, for as long as a {@code try (…)} over it lasts:
 *
 * <pre>{@code
 * try (var lease = await(pool.acquire())) {
 *   await(lease.value().query());
 * }
 * }</pre>
 *
 * <p>Giving it back does not wait, so it is not interrupted by a cancellation. Any task of the loop
 * may do it, or a callback.
 *
 * @param <T> the type of the resource
 */
public final class Lease<T> implements AutoCloseable {
  private final Pool<T> pool;
  private final Pooled<T> pooled;
  private boolean discarded;
  private boolean closed;

  Lease(Pool<T> pool, Pooled<T> pooled) {
    this.pool = pool;
    this.pooled = pooled;
  }

  /**
   * Returns the resource.
   *
   * @throws IllegalStateException if it was given back
   */
  public T value() {
    if (closed) {
      throw new IllegalStateException("was given back: " + pooled.value());
    }
    return pooled.value();
  }

  /** Says that the resource is not to be lent again: it is destroyed when it is given back. */
  public void discard() {
    discarded = true;
  }

  /** Gives the resource back, unless that was done. */
  @Override
  public void close() {
    if (!closed) {
      pool.requireHome(); // before it is given back for good
      closed = true;
      pool.takeBack(pooled, discarded);
    }
  }

  @Override
  public String toString() {
    return "Lease[" + pooled.value() + (closed ? ", given back]" : "]");
  }
}
