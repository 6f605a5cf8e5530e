import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import dev.fermata.sync.AsyncLock;
import java.time.Duration;
import java.util.List;

abstract class NearMisses {
  private final AsyncLock lock = new AsyncLock();

  abstract Coroutine<String> fetch(String uri);

  @Async
  AsyncGenerator<String> after() {
    Task<String> first;
    Task<String> second;
    try (TaskGroup group = TaskGroup.open()) {
      first = group.start(fetch("a"));
      second = group.start(fetch("b"));
    } catch (ExceptionGroup failure) {
      emit("failed");
      return end();
    } finally {
      emit("in between");
    }
    for (Task<String> each : List.of(first, second)) {
      emit(each.result());
    }
    return end();
  }

  @Async
  AsyncGenerator<String> limitsEach(List<String> uris) {
    for (String uri : uris) {
      String page;
      try (var limit = timeout(Duration.ofSeconds(1))) {
        page = await(fetch(uri)) + limit.when();
      }
      emit(page);
    }
    return end();
  }

  /** What these close cancels nobody. */
  @Async
  AsyncGenerator<String> resources() {
    try (var held = await(lock.acquire())) {
      emit("held " + held);
    }
    return end();
  }

  @Async
  @SuppressWarnings("EmitInScope")
  AsyncGenerator<String> context() {
    try (TaskGroup group = TaskGroup.open()) {
      emit("once " + group);
    }
    return end();
  }
}
