import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import dev.fermata.patterns.BackgroundTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

abstract class NearMisses {
  private final List<Task<?>> running = new ArrayList<>();

  abstract Coroutine<String> fetch(String uri);

  /** The user's own, which may keep it. */
  Task<String> startKept(String uri) {
    Task<String> task = Coroutines.start(fetch(uri));
    running.add(task);
    return task;
  }

  Task<String> start(String uri) {
    return startKept(uri);
  }

  @Async
  Coroutine<Void> kept(BackgroundTasks background, EventLoop loop, List<Coroutine<String>> coroutines) {
    Task<String> task = Coroutines.start(fetch("a"));
    await(task);
    await(Coroutines.start(fetch("b")));
    running.add(Coroutines.start(fetch("c")));
    Coroutines.start(fetch("d")).onDone(done -> System.out.println(done));
    CompletableFuture<String> future = loop.start(fetch("e")).toCompletableFuture();
    background.start(fetch("f"));
    background.startEagerly(fetch("g"));
    try (TaskGroup group = TaskGroup.open()) {
      group.start(fetch("h"));
      group.startEagerly(fetch("i"));
      coroutines.forEach(group::start);
      coroutines.forEach(coroutine -> group.start(coroutine));
    }
    startKept("j");
    start("k");
    await(gather(coroutines));
    return done();
  }

  @SuppressWarnings("DiscardedTask")
  void suppressed() {
    Coroutines.start(fetch("l"));
  }
}
