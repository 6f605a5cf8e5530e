package dev.fermata.samples.benchmarks.running;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The same by blocking, on virtual threads. They are named at run time, for older JDKs lack them.
 */
@State(Scope.Thread)
public class VirtualThreads {
  private final ExecutorService executor = newExecutor();

  private static ExecutorService newExecutor() {
    try {
      MethodHandle factory =
          MethodHandles.lookup()
              .findStatic(
                  Class.forName("java.util.concurrent.Executors"),
                  "newVirtualThreadPerTaskExecutor",
                  MethodType.methodType(ExecutorService.class));
      return (ExecutorService) factory.invoke();
    } catch (Throwable e) {
      throw new UnsupportedOperationException("this JDK has no virtual threads", e);
    }
  }

  /** Ends it. */
  @TearDown
  public void close() {
    executor.shutdown();
  }

  int suspend(int count) throws ExecutionException, InterruptedException {
    return run(
        () -> {
          int sum = 0;
          for (int i = 0; i < count; i++) {
            Thread.yield();
            sum += i;
          }
          return sum;
        });
  }

  int consume(int count) throws ExecutionException, InterruptedException {
    SynchronousQueue<Integer> elements = new SynchronousQueue<>();
    Future<?> producer =
        executor.submit(
            () -> {
              for (int i = 0; i < count; i++) {
                elements.put(i & Work.SMALL);
              }
              return null;
            });
    int consumed =
        run(
            () -> {
              int sum = 0;
              for (int i = 0; i < count; i++) {
                sum += elements.take();
              }
              return sum;
            });
    producer.get();
    return consumed;
  }

  int descend(int count, int depth) throws ExecutionException, InterruptedException {
    return run(
        () -> {
          int sum = 0;
          for (int i = 0; i < count; i++) {
            sum += suspendAt(depth);
          }
          return sum;
        });
  }

  private static int suspendAt(int depth) {
    if (depth == 0) {
      Thread.yield();
      return 0;
    }
    return suspendAt(depth - 1) + 1;
  }

  private int run(Callable<Integer> body) throws ExecutionException, InterruptedException {
    return executor.submit(body).get();
  }
}
