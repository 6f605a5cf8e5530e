package dev.fermata.patterns;

import dev.fermata.AsyncCloseable;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.Coroutines;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lends resources that are expensive to make, such as connections: so many at most, each to one
 * task at a time.
 *
 * <pre>{@code
 * try (var pool = ResourcePool.builder(() -> connect(uri)).maxSize(8).check(this::isAlive).build()) {
 *   …
 *   try (var lease = await(pool.acquire())) {
 *     await(lease.value().query());
 *   }
 * }
 * }</pre>
 *
 * <p>First come, first served: a resource that comes back, or was made, goes to the task that waits
 * longest. Of those that nobody needs, the one that was used last is lent first.
 *
 * <p>Resources are made, checked and destroyed by tasks of the pool. So nothing is lost by a
 * cancellation: what was being made for a task that is cancelled goes to another one, and a
 * resource that was handed to it in the same turn goes on to the next.
 *
 * <p>If a resource cannot be made, the task that waits longest fails with what that has failed
 * with.
 *
 * <p>It belongs to the loop that first uses it, and is for the thread of that loop. It has to be
 * closed before the loop is, for its resources to be destroyed.
 *
 * @param <T> the type of the resources
 */
public final class ResourcePool<T> implements AsyncCloseable {
  private final Pool<T> pool;

  private ResourcePool(Pool<T> pool) {
    this.pool = pool;
  }

  /**
   * Returns the settings for a new pool.
   *
   * @param make makes a resource. It may take time and may fail
   */
  public static <T> Builder<T> builder(AsyncCall<T, ?> make) {
    return new Builder<>(make);
  }

  /**
   * Waits for a resource. If one is there that need not be checked, and nobody waits, this does not
   * give way to other tasks.
   *
   * <p>A cancellation ends the waiting. {@link Coroutines#waitFor} limits it.
   *
   * @return what gives the resource back. It fails with {@link PoolClosedException} if the pool is
   *     closed, before or while it waits, with {@link IllegalStateException} if it belongs to
   *     another loop, and as the making of the resource did if that has failed
   */
  public Coroutine<Lease<T>> acquire() {
    return pool.acquire();
  }

  /**
   * Acquires a resource, makes a call with it, and gives it back. If the call fails in such a way
   * that the resource may be broken, which {@link Builder#discardAfter} says, it is destroyed.
   *
   * @return the value of the call
   * @throws X by that, the compiler knows of checked exceptions. It is the coroutine that fails,
   *     not this method
   */
  public <R, X extends Throwable> Coroutine<R> use(AsyncFunction<? super T, R, X> call) throws X {
    return pool.use(call);
  }

  /** Returns how many resources there are: lent, idle, being made, checked or destroyed. */
  public int size() {
    return pool.size();
  }

  /** Returns how many resources are idle. */
  public int idle() {
    return pool.idle();
  }

  /** Returns how many tasks wait. */
  public int waiting() {
    return pool.waiting();
  }

  /**
   * Closes the pool. Nothing can be acquired any more, those who wait fail with {@link
   * PoolClosedException}, the making of resources is cancelled, and those that are idle are
   * destroyed.
   *
   * <p>Then it waits for those that are lent, and destroys each as it comes back; who has one must
   * not wait for this. A cancellation ends this waiting, and changes nothing else: {@code
   * waitFor(pool.closeAsync(), limit)} is to say how long.
   */
  @Override
  public Coroutine<Void> closeAsync() {
    return pool.close();
  }

  @Override
  public String toString() {
    return pool.toString();
  }

  /**
   * The settings of a new {@link ResourcePool}.
   *
   * @param <T> the type of the resources
   */
  public static final class Builder<T> {
    private static final int MAX_SIZE = 10;

    private final AsyncCall<T, RuntimeException> make;
    private int maxSize = MAX_SIZE;
    private @Nullable AsyncFunction<? super T, Boolean, RuntimeException> check;
    private long checkAfter;
    private AsyncFunction<? super T, ?, RuntimeException> destroy =
        Unchecked.function(AsyncClosing::close);
    private long idleTimeout = Nanos.LONGEST;
    private long maxAge = Nanos.LONGEST;
    private Predicate<? super Throwable> breaking = failure -> failure instanceof CancelledError;

    private Builder(AsyncCall<T, ?> make) {
      this.make = Unchecked.call(make);
    }

    /**
     * Sets how many resources there are at most, those included that are being made or destroyed.
     * That is 10 by default.
     *
     * @throws IllegalArgumentException if it is less than one
     */
    public Builder<T> maxSize(int most) {
      if (most < 1) {
        throw new IllegalArgumentException("a pool of nothing: " + most);
      }
      maxSize = most;
      return this;
    }

    /**
     * Checks a resource each time before it is lent, but not when it was just made. If the answer
     * is no, or the check fails, the resource is destroyed, and another one is taken or made.
     *
     * @param isGood gives the answer, by waiting if it needs to
     */
    public Builder<T> check(AsyncFunction<? super T, Boolean, ?> isGood) {
      return check(isGood, Duration.ZERO);
    }

    /**
     * Checks a resource before it is lent, if it was not in use for a time.
     *
     * @param isGood gives the answer, by waiting if it needs to
     * @param unused a resource that was given back so recently is not checked
     * @throws IllegalArgumentException if that is negative
     * @see #check(AsyncFunction)
     */
    public Builder<T> check(AsyncFunction<? super T, Boolean, ?> isGood, Duration unused) {
      check = Unchecked.function(isGood);
      checkAfter = Nanos.notNegative(unused);
      return this;
    }

    /**
     * Destroys resources that are not to be lent again. A failure of that is told to the exception
     * handler of the loop. By default, a resource is closed if it is {@link AsyncCloseable} or
     * {@link AutoCloseable}.
     */
    public Builder<T> destroy(AsyncFunction<? super T, ?, ?> end) {
      destroy = Unchecked.function(end);
      return this;
    }

    /**
     * Destroys a resource when nobody has needed it for so long. By default that never happens.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder<T> idleTimeout(Duration limit) {
      idleTimeout = Nanos.positive(limit);
      return this;
    }

    /**
     * Does not lend a resource any more that was made so long ago. By default it may be of any age.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder<T> maxAge(Duration limit) {
      maxAge = Nanos.positive(limit);
      return this;
    }

    /**
     * Says after which failures of a call in {@link ResourcePool#use} the resource may be broken,
     * and is destroyed. By default that is a {@link CancelledError}: who was interrupted has not
     * read its answer.
     */
    public Builder<T> discardAfter(Predicate<? super Throwable> test) {
      breaking = test;
      return this;
    }

    /** Makes a pool. It has no resources yet. */
    public ResourcePool<T> build() {
      return new ResourcePool<>(
          new AsyncPool<>(
              new PoolRules<>(
                  make, maxSize, check, checkAfter, destroy, idleTimeout, maxAge, breaking)));
    }
  }
}
