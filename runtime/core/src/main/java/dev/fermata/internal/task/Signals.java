package dev.fermata.internal.task;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Hands the signals of the operating system to who runs.
 *
 * <p>The JDK tells of them by {@code sun.misc.Signal} alone, which is in the module {@code
 * jdk.unsupported}. Where a program does not have that, or the JVM leaves signals to others ({@code
 * -Xrs}), or the program handles them itself, they do what they always do.
 */
public final class Signals {
  private static final List<Interruption> RUNNING = new CopyOnWriteArrayList<>();

  /** What to do with a signal when nothing of ours runs; one that is not ours is not here. */
  private static final Map<OsSignal, Runnable> USUAL = new ConcurrentHashMap<>();

  private static final AtomicBoolean TAKEN = new AtomicBoolean();

  private Signals() {}

  /** Has signals interrupt {@code running} from now on. */
  static void begin(Interruption running) {
    RUNNING.add(running);
    if (TAKEN.compareAndSet(false, true)) {
      for (OsSignal signal : OsSignal.values()) {
        take(signal);
      }
    }
  }

  /** Has them interrupt it no more. */
  static void end(Interruption running) {
    RUNNING.remove(running);
  }

  /** A signal has come. */
  public static void deliver(OsSignal signal) {
    boolean heard = false;
    for (Interruption running : RUNNING) {
      heard |= running.interrupt(signal);
    }
    Runnable usual = USUAL.get(signal);
    if (!heard && usual != null) {
      usual.run();
    }
  }

  /** Handles a signal from now on, if that is possible. */
  private static void take(OsSignal ours) {
    try {
      Class<?> type = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Object signal = type.getConstructor(String.class).newInstance(ours.name());
      Method handle = type.getMethod("handle", type, handlerType);
      Object before = handle.invoke(null, signal, newHandler(ours, handlerType));
      if (isOfTheJvm(before, handlerType)) {
        Method call = handlerType.getMethod("handle", type);
        USUAL.put(ours, () -> call(call, before, signal));
      } else {
        handle.invoke(null, signal, before);
      }
    } catch (ReflectiveOperationException | RuntimeException | LinkageError notPossible) {
      // Then it does what it always does.
    }
  }

  private static boolean isOfTheJvm(Object handler, Class<?> handlerType)
      throws ReflectiveOperationException {
    return handler.getClass().getName().equals("sun.misc.Signal$SunMiscHandler")
        && handler != handlerType.getField("SIG_IGN").get(null)
        && handler != handlerType.getField("SIG_DFL").get(null);
  }

  private static Object newHandler(OsSignal signal, Class<?> handlerType) {
    return Proxy.newProxyInstance(
        Signals.class.getClassLoader(),
        new Class<?>[] {handlerType},
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "handle" -> {
                deliver(signal);
                yield null;
              }
              case "equals" -> proxy == arguments[0];
              case "hashCode" -> signal.hashCode();
              default -> signal.toString();
            });
  }

  private static void call(Method method, Object handler, Object signal) {
    try {
      method.invoke(handler, signal);
    } catch (InvocationTargetException failed) {
      Throwable cause = failed.getCause();
      throw Failures.sneak(cause == null ? failed : cause);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("it is public", impossible);
    }
  }
}
