package golden.methods;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Of all forms: static, generic, overloaded, with variable arguments, in a nested class. */
public abstract class Input<K extends Comparable<K>, V> {
  /** What there is at first. */
  protected final Map<K, V> values;

  /**
   * Starts with these.
   *
   * @param values what there is at first
   */
  protected Input(Map<K, V> values) {
    this.values = values;
  }

  /** Starts with nothing, if that is possible. */
  Input() throws IOException {
    throw new IOException("there must be something");
  }

  abstract Coroutine<V> load(K key);

  /** Loads one. */
  @Async
  public Coroutine<V> get(K key) {
    return done(values.getOrDefault(key, await(load(key))));
  }

  /** Loads several. */
  @Async
  @SafeVarargs
  @SuppressWarnings("varargs")
  protected static <T> Coroutine<T> first(Coroutine<? extends T>... all) {
    T first = null;
    for (var one : all) {
      T value = await(one);
      first = first == null ? value : first;
    }
    return done(first);
  }

  @Async
  <R, X extends Exception> Coroutine<R> get(
      K key, Function<? super V, ? extends R> function, Class<X> thrown) throws X {
    try {
      return done(function.apply(await(get(key))));
    } catch (IllegalStateException e) {
      throw thrown.cast(e.getCause());
    }
  }

  /** In a nested class. */
  static class Nested {
    @Async
    Coroutine<Integer> size(List<? extends Coroutine<String>> texts) {
      int size = 0;
      for (var text : texts) {
        size += await(text).length();
      }
      return done(size);
    }

    /** The annotation is on this method alone, in a class that is not abstract. */
    @Async
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> AsyncGenerator<T> each(Coroutine<? extends T>... all) {
      for (var one : all) {
        dev.fermata.Coroutines.emit(await(one));
      }
      return dev.fermata.Coroutines.end();
    }

    @Async
    AsyncGenerator<String> nothing() {
      return dev.fermata.Coroutines.end();
    }
  }
}
