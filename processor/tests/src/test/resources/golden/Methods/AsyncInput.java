package golden.methods;

import dev.fermata.Coroutine;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import dev.fermata.machine.Machine;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/**
 * Runs the {@code @Async} methods of {@link Input}.
 */
@Generated("dev.fermata.processor.FermataProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty",
        "exports", "fallthrough", "finally", "identity", "lossy-conversions",
        "missing-explicit-ctor", "overloads", "overrides", "preview", "rawtypes", "removal",
        "restricted", "serial", "static", "strictfp", "synchronization", "this-escape", "try",
        "unchecked", "varargs"})
public abstract class AsyncInput<K extends Comparable<K>, V> extends Input<K, V> {
  private static final Body GET$BODY = Body.of(Input.class, "get", "Input.java", 37, 38)
      .lines("57:38 59:38 66:38 70:0");

  private static final Body FIRST$BODY = Body.of(Input.class, "first", "Input.java", 45, 0, 48)
      .lines("93:46 102:48 113:48 123:0");

  private static final Body GET$2$BODY = Body.of(Input.class, "get", "Input.java", 56, 0, 58, 0)
      .lines("153:58 160:58 166:60 181:0");

  protected AsyncInput(Map<K, V> values) {
    super(values);
  }

  AsyncInput() throws IOException {
  }

  @Override
  public Coroutine<V> get(K key) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(GET$BODY, () -> super.get(key));
    }
    return new Get$Frame(key);
  }

  private Object get$step(Get$Frame frame, Execution execution, Object awaited, Throwable failure)
      throws Throwable {
    if (failure != null) {
      throw failure;
    }
    K key = frame.key;
    Map<K, V> values$2 = frame.values$2;
    switch (frame.state) {
      case 0:
        values$2 = values;
        // line 38
        awaited = execution.await(load(key), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 1;
          frame.values$2 = values$2;
          return Machine.SUSPENDED;
        }
      case 1:
        return values$2.getOrDefault(key, (V) awaited);
      default:
        throw frame.illegalState();
    }
  }

  @SafeVarargs
  protected static <T> Coroutine<T> first(Coroutine<? extends T>... all) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(FIRST$BODY, () -> Input.first(all));
    }
    return new First$Frame<>(all);
  }

  private static <T> Object first$step(First$Frame<T> frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    Coroutine<? extends T>[] all = frame.all;
    T first = frame.first;
    Coroutine<? extends T>[] elements = frame.elements;
    int index = frame.index;
    int state = frame.state;
    while (true) {
      switch (state) {
        case 0:
          first = null;
          elements = all;
          index = 0;
        case 1: {
          if (!(index < elements.length)) {
            return first;
          }
          Coroutine<? extends T> one = elements[index];
          // line 48
          awaited = execution.await(one, frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 2;
            frame.all = null;
            frame.first = first;
            frame.elements = elements;
            frame.index = index;
            return Machine.SUSPENDED;
          }
        }
        case 2: {
          T value = (T) awaited;
          first = first == null ? value : first;
          index = index + 1;
          state = 1;
          continue;
        }
        default:
          throw frame.illegalState();
      }
    }
  }

  @Override
  <R, X extends Exception> Coroutine<R> get(K key, Function<? super V, ? extends R> function,
      Class<X> thrown) throws X {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(GET$2$BODY, () -> super.get(key, function, thrown));
    }
    return new Get$2$Frame<>(key, function, thrown);
  }

  private <R, X extends Exception> Object get$2$step(Get$2$Frame<R, X> frame, Execution execution,
      Object awaited, Throwable failure) throws Throwable {
    K key = frame.key;
    Function<? super V, ? extends R> function = frame.function;
    Class<X> thrown = frame.thrown;
    Throwable thrown$2 = null;
    int state = frame.state;
    while (true) {
      try {
        if (failure != null) {
          Throwable thrown$1 = failure;
          failure = null;
          throw thrown$1;
        }
        switch (state) {
          case 0:
            state = 1;
          case 1:
            // line 58
            awaited = execution.await(get(key), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 2;
              frame.key = null;
              return Machine.SUSPENDED;
            }
          case 2:
            return function.apply((V) awaited);
          case 3: {
            if (!(thrown$2 instanceof IllegalStateException)) {
              throw thrown$2;
            }
            IllegalStateException e = (IllegalStateException) thrown$2;
            throw thrown.cast(e.getCause());
          }
          default:
            throw frame.illegalState();
        }
      } catch (Throwable thrown$1) {
        switch (state) {
          case 1, 2 -> {
            thrown$2 = thrown$1;
            state = 3;
          }
          default -> throw thrown$1;
        }
      }
    }
  }

  private final class Get$Frame extends CoroutineMachine<V> {
    private K key;

    private Map<K, V> values$2;

    Get$Frame(K key) {
      this.key = key;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return get$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      key = null;
      values$2 = null;
    }

    @Override
    protected Body body() {
      return GET$BODY;
    }
  }

  private static final class First$Frame<T> extends CoroutineMachine<T> {
    private Coroutine<? extends T>[] all;

    private T first;

    private Coroutine<? extends T>[] elements;

    private int index;

    First$Frame(Coroutine<? extends T>[] all) {
      this.all = all;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return first$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      all = null;
      first = null;
      elements = null;
    }

    @Override
    protected Body body() {
      return FIRST$BODY;
    }
  }

  private final class Get$2$Frame<R, X extends Exception> extends CoroutineMachine<R> {
    private K key;

    private Function<? super V, ? extends R> function;

    private Class<X> thrown;

    Get$2$Frame(K key, Function<? super V, ? extends R> function, Class<X> thrown) {
      this.key = key;
      this.function = function;
      this.thrown = thrown;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return get$2$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      key = null;
      function = null;
      thrown = null;
    }

    @Override
    protected Body body() {
      return GET$2$BODY;
    }
  }
}
