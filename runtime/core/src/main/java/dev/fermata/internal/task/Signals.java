package dev.fermata.internal.task;

import java.lang.reflect.InvocationTargetException;
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
      Handling handling = Handling.begin(ours.name(), () -> deliver(ours));
      if (isOfTheJvm(handling.before)) {
        USUAL.put(ours, handling::callBefore);
      } else {
        handling.undo();
      }
    } catch (ReflectiveOperationException | RuntimeException | LinkageError notPossible) {
      // Then it does what it always does.
    }
  }

  /**
   * Handles a signal from now on that the program asks for, whatever has handled it before.
   *
   * @param name its name without {@code SIG}
   * @throws IllegalStateException if that is not possible, as with those that the JVM needs
   */
  public static void handle(String name, Runnable action) {
    try {
      Handling.begin(name, action);
    } catch (InvocationTargetException refused) {
      throw new IllegalStateException("SIG" + name + " cannot be handled", refused.getCause());
    } catch (ReflectiveOperationException | LinkageError notThere) {
      throw new IllegalStateException("the module jdk.unsupported is not there", notThere);
    }
  }

  private static boolean isOfTheJvm(Object handler) throws ReflectiveOperationException {
    Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
    return handler.getClass().getName().equals("sun.misc.Signal$SunMiscHandler")
        && handler != handlerType.getField("SIG_IGN").get(null)
        && handler != handlerType.getField("SIG_DFL").get(null);
  }

  /** A signal that is handled by us, and what has handled it before. */
  private record Handling(Object signal, Object before) {
    static Handling begin(String name, Runnable action) throws ReflectiveOperationException {
      Class<?> type = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Object signal = type.getConstructor(String.class).newInstance(name);
      Object before = handle(signal, newHandler(name, action, handlerType));
      return new Handling(signal, before);
    }

    private static Object handle(Object signal, Object handler)
        throws ReflectiveOperationException {
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      return signal
          .getClass()
          .getMethod("handle", signal.getClass(), handlerType)
          .invoke(null, signal, handler);
    }

    void undo() throws ReflectiveOperationException {
      handle(signal, before);
    }

    void callBefore() {
      try {
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        handlerType.getMethod("handle", signal.getClass()).invoke(before, signal);
      } catch (InvocationTargetException failed) {
        Throwable cause = failed.getCause();
        throw Failures.sneak(cause == null ? failed : cause);
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException("it is public", impossible);
      }
    }

    private static Object newHandler(String name, Runnable action, Class<?> handlerType) {
      return Proxy.newProxyInstance(
          Signals.class.getClassLoader(),
          new Class<?>[] {handlerType},
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "handle" -> {
                  action.run();
                  yield null;
                }
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> name.hashCode();
                default -> "SIG" + name;
              });
    }
  }
}
