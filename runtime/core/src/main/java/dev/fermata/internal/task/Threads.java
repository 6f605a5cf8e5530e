package dev.fermata.internal.task;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Threads for what blocks: virtual ones where the JDK has them, which is not before 21. */
public final class Threads {
  private static final int MOST_PLATFORM_THREADS = 32;
  private static final @Nullable ThreadFactory VIRTUAL = virtualFactory();

  private Threads() {}

  /** Returns an executor for the blocking calls of a loop. */
  static ExecutorService newExecutor(String name) {
    if (VIRTUAL != null) {
      ExecutorService perTask = virtualPerTask(VIRTUAL);
      if (perTask != null) {
        return perTask;
      }
    }
    int size = Math.min(MOST_PLATFORM_THREADS, Runtime.getRuntime().availableProcessors() + 4);
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            size,
            size,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            action -> daemon(action, name + "-thread-" + number.incrementAndGet()));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Returns a new thread that does not keep the JVM running; a virtual one if possible. */
  public static Thread unstarted(Runnable action, String name) {
    if (VIRTUAL == null) {
      return daemon(action, name);
    }
    Thread thread = VIRTUAL.newThread(action);
    thread.setName(name);
    return thread;
  }

  private static Thread daemon(Runnable action, String name) {
    Thread thread = new Thread(action, name);
    thread.setDaemon(true);
    return thread;
  }

  private static @Nullable ThreadFactory virtualFactory() {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Method factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
      return (ThreadFactory) factory.invoke(builder);
    } catch (ReflectiveOperationException | RuntimeException notYet) {
      return null;
    }
  }

  private static @Nullable ExecutorService virtualPerTask(ThreadFactory factory) {
    try {
      Method method = Executors.class.getMethod("newThreadPerTaskExecutor", ThreadFactory.class);
      return (ExecutorService) method.invoke(null, factory);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException notYet) {
      return null;
    }
  }
}
