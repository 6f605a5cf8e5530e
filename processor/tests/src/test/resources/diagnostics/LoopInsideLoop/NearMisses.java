import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.List;
import java.util.concurrent.ExecutorService;

abstract class NearMisses {
  abstract Coroutine<String> fetch(String uri);

  /** The user's own, named as those are. */
  String run(Coroutine<String> coroutine) {
    return String.valueOf(coroutine);
  }

  String join() {
    return "";
  }

  @Async
  Coroutine<String> inThreads(Task<String> task, ExecutorService service) {
    String one = await(toThread(() -> EventLoop.run(fetch("a"))));
    String two = await(toThread(() -> task.join()));
    service.execute(() -> System.out.println(task.join()));
    Thread thread = new Thread(() -> EventLoop.run(fetch("b")));
    thread.start();
    return done(one + two + run(fetch("c")) + join() + String.join(",", List.of()));
  }

  @Async
  Coroutine<Object> inClasses(Task<String> task) {
    await(yieldNow());
    return done(
        new Object() {
          String later() {
            return task.join();
          }
        });
  }

  String plain(Task<String> task) {
    return task.join() + EventLoop.run(fetch("d"));
  }

  @Async
  @SuppressWarnings("LoopInsideLoop")
  Coroutine<String> suppressed(Task<String> task) {
    await(yieldNow());
    return done(task.join());
  }
}
