package dev.fermata.machine;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutine;
import dev.fermata.internal.scope.ResourceExit;
import org.jspecify.annotations.Nullable;

/** What {@code try (…)} over asynchronous resources becomes. */
public final class Resources {
  private Resources() {}

  /**
   * Returns what is awaited at the end of a resource's {@code try}, however that ends. It ends by
   * throwing {@code failureOrNull} on, if there is one.
   *
   * <p>An {@link dev.fermata.AsyncScope} is told of the failure, and may fail in its place. Any
   * other resource is closed; if that fails too, it is added to the failure as a suppressed one, as
   * Java does; except for a cancellation that comes while it is closed, which is thrown, with the
   * failure as the suppressed one.
   *
   * @param resource what to leave; nothing happens if it is null
   * @param failureOrNull what the body has thrown, or an inner resource when it was left
   */
  public static Coroutine<Void> exit(
      @Nullable AsyncCloseable resource, @Nullable Throwable failureOrNull) {
    return new ResourceExit(resource, failureOrNull);
  }

  /**
   * Closes a resource at the end of its {@code try}, where the body of the {@code try} is one that
   * awaits but the closing is not.
   *
   * @param resource what to close; nothing happens if it is null
   * @param failureOrNull what the body has thrown: it is thrown on, with a failure of closing as
   *     suppressed
   * @throws Throwable {@code failureOrNull}, or else the failure of closing
   */
  public static void close(@Nullable AutoCloseable resource, @Nullable Throwable failureOrNull)
      throws Throwable {
    if (resource != null) {
      try {
        resource.close();
      } catch (Throwable thrown) {
        if (failureOrNull == null) {
          throw thrown;
        }
        if (thrown != failureOrNull) {
          failureOrNull.addSuppressed(thrown);
        }
      }
    }
    if (failureOrNull != null) {
      throw failureOrNull;
    }
  }

  /**
   * Initializes a class, as {@code new} does before it evaluates its arguments (JLS 12.4.1,
   * 15.9.4).
   */
  public static void initialize(Class<?> type) {
    try {
      Class.forName(type.getName(), true, type.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new NoClassDefFoundError(type.getName());
    }
  }
}
