package dev.fermata.internal.task;

import dev.fermata.CancelledError;
import dev.fermata.SignalInterrupt;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Signals of the operating system that ask a program to end.
 *
 * <p>The JDK hands them out by {@code sun.misc.Signal} alone, which is in the module {@code
 * jdk.unsupported}. Where a program does not have that, or the JVM leaves signals to others ({@code
 * -Xrs}), or the program handles them itself, they do what they always do.
 */
public enum OsSignal {
  /** What Ctrl-C sends. */
  INT(2),
  /** What {@code kill} sends, and who manages services. */
  TERM(15);

  private static final List<Interruption> RUNNING = new CopyOnWriteArrayList<>();

  private final int number;

  private boolean tried;

  /** What to do with the signal when nothing of ours runs; null if it is not ours. */
  private volatile @Nullable Runnable usual;

  OsSignal(int number) {
    this.number = number;
  }

  /** Has signals interrupt {@code running} from now on. */
  static void begin(Interruption running) {
    RUNNING.add(running);
    for (OsSignal signal : values()) {
      signal.take();
    }
  }

  /** Has them interrupt it no more. */
  static void end(Interruption running) {
    RUNNING.remove(running);
  }

  /** The signal has come. */
  public void deliver() {
    boolean heard = false;
    for (Interruption running : RUNNING) {
      heard |= running.interrupt(this);
    }
    Runnable otherwise = usual;
    if (!heard && otherwise != null) {
      otherwise.run();
    }
  }

  /** Returns what a program throws that has been ended by it. */
  SignalInterrupt toError(@Nullable CancelledError cause) {
    return new SignalInterrupt(toString(), number, cause);
  }

  /** Handles the signal from now on, if that is possible. */
  private synchronized void take() {
    if (tried) {
      return;
    }
    tried = true;
    try {
      Class<?> type = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Object signal = type.getConstructor(String.class).newInstance(name());
      Method handle = type.getMethod("handle", type, handlerType);
      Object before = handle.invoke(null, signal, newHandler(handlerType));
      if (isOfTheJvm(before, handlerType)) {
        Method call = handlerType.getMethod("handle", type);
        usual = () -> call(call, before, signal);
      } else {
        handle.invoke(null, signal, before);
      }
    } catch (ReflectiveOperationException | RuntimeException | LinkageError notPossible) {
      // Then they do what they always do.
    }
  }

  private static boolean isOfTheJvm(Object handler, Class<?> handlerType)
      throws ReflectiveOperationException {
    return handler.getClass().getName().equals("sun.misc.Signal$SunMiscHandler")
        && handler != handlerType.getField("SIG_IGN").get(null)
        && handler != handlerType.getField("SIG_DFL").get(null);
  }

  private Object newHandler(Class<?> handlerType) {
    return Proxy.newProxyInstance(
        OsSignal.class.getClassLoader(),
        new Class<?>[] {handlerType},
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "handle" -> {
                deliver();
                yield null;
              }
              case "equals" -> proxy == arguments[0];
              case "hashCode" -> hashCode();
              default -> toString();
            });
  }

  private static void call(Method method, Object handler, Object signal) {
    try {
      method.invoke(handler, signal);
    } catch (InvocationTargetException failed) {
      throw Failures.sneak(failed.getCause());
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("it is public", impossible);
    }
  }

  /** Returns its name, as {@code SIGINT}. */
  @Override
  public String toString() {
    return "SIG" + name();
  }
}
