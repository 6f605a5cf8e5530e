import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.List;
import java.util.concurrent.ExecutionException;

abstract class Loops {
  abstract Coroutine<String> fetch(String uri);

  abstract Task<String> task();

  @Async
  Coroutine<String> runs(EventLoop.Runner runner) {
    String one = EventLoop/*! EventLoop.run(fetch("a")) in an @Async body, where a loop runs already and would wait for itself; write await(fetch("a")) [LoopInsideLoop] */ .run(fetch("a"));
    String two = runner/*! runner.run(fetch("b")) in an @Async body, where a loop runs already and would wait for itself; write await(fetch("b")) [LoopInsideLoop] */ .run(fetch("b"));
    return done(one + two + await(fetch("c")));
  }

  @Async
  Coroutine<String> joins(Deferred<String> given) throws InterruptedException, ExecutionException {
    String one = given/*! given.join() in an @Async body, where a loop runs already and would wait for itself; write await(given) [LoopInsideLoop] */ .join();
    String two = task()/*! task().join() in an @Async body, where a loop runs already and would wait for itself; write await(task()) [LoopInsideLoop] */ .join();
    String three = given.toCompletableFuture()/*! given.toCompletableFuture().join() in an @Async body, where a loop runs already and would wait for itself; write await(given) [LoopInsideLoop] */ .join();
    String four = given.toCompletableFuture()/*! given.toCompletableFuture().get() in an @Async body, where a loop runs already and would wait for itself; write await(given) [LoopInsideLoop] */ .get();
    return done(one + two + three + four + await(fetch("c")));
  }

  @Async
  Coroutine<List<String>> calledAtOnce(List<Task<String>> tasks) {
    tasks.forEach(task -> System.out.println(task/*! task.join() in an @Async body, where a loop runs already and would wait for itself; write await(task) [LoopInsideLoop] */ .join()));
    List<String> all = tasks.stream().map(task -> task/*! task.join() in an @Async body, where a loop runs already and would wait for itself; write await(task) [LoopInsideLoop] */ .join()).toList();
    return async(() -> {
      await(yieldNow());
      System.out.println(task()/*! task().join() in an @Async body, where a loop runs already and would wait for itself; write await(task()) [LoopInsideLoop] */ .join());
      return all;
    });
  }
}
