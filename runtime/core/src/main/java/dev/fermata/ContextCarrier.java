package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * Carries values that other libraries keep per thread along with tasks: the diagnostic context of a
 * logger, a security context, the span of a trace.
 *
 * <p>Between two awaits, a task has its thread for itself, and so what it reads and sets in a
 * {@link ThreadLocal}. A carrier takes that away when the task waits, and puts it back when it goes
 * on. A task starts with the values of the code that starts it, a callback sees those of the moment
 * in which it was registered, and the thread of {@link Coroutines#toThread} those of the task; each
 * has them for itself, as values of {@link ContextVar}s. When nothing else runs, the thread of the
 * loop has the values that it had before.
 *
 * <pre>{@code
 * class MdcCarrier implements ContextCarrier<Map<String, String>> {
 *   public Map<String, String> capture() {
 *     return MDC.getCopyOfContextMap();
 *   }
 *
 *   public void restore(Map<String, String> values) {
 *     if (values == null) MDC.clear(); else MDC.setContextMap(values);
 *   }
 * }
 * }</pre>
 *
 * <p>{@link EventLoop.Builder#carrier} gives one to a loop. Those that {@link
 * java.util.ServiceLoader} finds with the class loader of the runtime are given to every loop. A
 * loop without carriers spends nothing on them. One with carriers asks each of them once for every
 * step of a task: they are to be quick.
 *
 * <p>A carrier is asked in the thread that it is to look at, by any number of threads at the same
 * time. What it throws goes to the exception handler of the loop.
 *
 * @param <S> the type of what it takes from a thread, which is not changed afterwards
 */
public interface ContextCarrier<S> {
  /** Returns the values that the current thread has. */
  @Nullable S capture();

  /**
   * Gives the current thread values, in the place of those that it has.
   *
   * @param values what {@link #capture} has returned, in this thread or another one
   */
  void restore(@Nullable S values);

  /**
   * Returns a carrier of what a {@link ThreadLocal} refers to. That is not copied: it is to be
   * immutable. Null is taken for no value.
   */
  static <T> ContextCarrier<T> of(ThreadLocal<T> local) {
    return new ContextCarrier<>() {
      @Override
      public @Nullable T capture() {
        return local.get();
      }

      @Override
      public void restore(@Nullable T value) {
        if (value == null) {
          local.remove();
        } else {
          local.set(value);
        }
      }
    };
  }
}
