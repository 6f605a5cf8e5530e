package dev.fermata.samples.benchmarks.running;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The same by chains of {@link CompletableFuture}, on the cheapest loop there can be: a queue on
 * the thread of the benchmark.
 */
@State(Scope.Thread)
public class Futures {
  private final Queue<Runnable> ready = new ArrayDeque<>();

  int call(int count) {
    CompletableFuture<Integer> sum = completedFuture(0);
    for (int i = 0; i < count; i++) {
      int value = i & Work.SMALL;
      sum = sum.thenCompose(before -> increment(value).thenApply(one -> before + one & Work.SMALL));
    }
    return run(sum);
  }

  private static CompletableFuture<Integer> increment(int value) {
    return completedFuture(value + 1);
  }

  int suspend(int count) {
    return run(suspend(0, count));
  }

  private CompletableFuture<Integer> suspend(int done, int count) {
    return done == count
        ? completedFuture(done & Work.SMALL)
        : nextTurn().thenCompose(nothing -> suspend(done + 1, count));
  }

  int descend(int count, int depth, boolean suspending) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += run(suspending ? suspendAt(depth) : level(depth));
    }
    return sum;
  }

  private CompletableFuture<Integer> level(int depth) {
    return depth == 0 ? completedFuture(0) : level(depth - 1).thenApply(below -> below + 1);
  }

  private CompletableFuture<Integer> suspendAt(int depth) {
    return depth == 0
        ? nextTurn().thenApply(nothing -> 0)
        : suspendAt(depth - 1).thenApply(below -> below + 1);
  }

  private CompletableFuture<Void> nextTurn() {
    CompletableFuture<Void> turn = new CompletableFuture<>();
    ready.add(() -> turn.complete(null));
    return turn;
  }

  private int run(CompletableFuture<Integer> future) {
    while (!future.isDone()) {
      ready.remove().run();
    }
    return future.join();
  }
}
