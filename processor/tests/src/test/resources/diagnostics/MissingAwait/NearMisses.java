import static dev.fermata.Coroutines.*;
import static java.util.Objects.requireNonNull;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import dev.fermata.sync.AsyncLock;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

abstract class NearMisses {
  private Coroutine<String> kept;
  private final AsyncLock lock = new AsyncLock();

  abstract Coroutine<String> fetch(URI uri);

  abstract void take(Coroutine<String> coroutine);

  abstract <T> T same(T value);

  static final class Builder {
    Builder with(Coroutine<String> part) {
      return this;
    }
  }

  @Async
  Coroutine<Void> used(URI uri) {
    await(fetch(uri));
    Coroutine<String> local = fetch(uri);
    kept = fetch(uri);
    take(fetch(uri));
    fetch(uri).discard();
    new Builder().with(fetch(uri)).with(local);
    for (Coroutine<String> first = fetch(uri); first != null; first = null) {
      take(first);
    }
    Task<String> task = start(fetch(uri));
    await(task);
    emptyStatements();
    return done();
  }

  void emptyStatements() {
    ;
  }

  /** What was given before comes back, which is nothing that this call has made. */
  void handedBack(URI uri, Coroutine<String> given) {
    Map<URI, Coroutine<String>> map = new HashMap<>();
    map.put(uri, fetch(uri));
    map.computeIfAbsent(uri, this::fetch);
    map.remove(uri);
    List<Coroutine<String>> list = new ArrayList<>();
    list.set(0, fetch(uri));
    list.remove(0);
    ArrayDeque<Coroutine<String>> queue = new ArrayDeque<>();
    queue.poll();
    new AtomicReference<Coroutine<String>>().getAndSet(given);
    Optional.of(given).orElseThrow();
    requireNonNull(given);
    requireNonNull(given, "given");
    same(given);
  }

  void functionsThatTakeIt(ExecutorService service, List<URI> uris) {
    service.submit(this::next);
    service.submit(() -> next());
    Supplier<Coroutine<String>> supplier = () -> next();
    Callable<Coroutine<String>> callable = this::next;
    Function<URI, Coroutine<String>> function = this::fetch;
    Supplier<AsyncLock> made = AsyncLock::new;
    uris.stream().map(this::fetch).forEach(this::take);
    uris.forEach(uri -> take(fetch(uri)));
  }

  void nothingToDo() {
    Runnable nothing = () -> done();
    Runnable same = Coroutines::done;
    nothing.run();
    same.run();
  }

  @Async
  Coroutine<Void> arms(boolean isCached, URI uri) {
    String one = isCached ? await(next()) : await(fetch(uri));
    Coroutine<String> other = isCached ? next() : fetch(uri);
    Object third = isCached ? other : await(other);
    Object fourth = isCached ? "none" : next();
    String fifth = await(isCached ? next() : fetch(uri));
    return done();
  }

  @Async
  Coroutine<Void> scopes(List<URI> uris) {
    try (TaskGroup group = TaskGroup.open()) {
      uris.forEach(uri -> group.start(fetch(uri)));
      group.start(next());
    }
    try (var held = await(lock.acquire())) {
      held.toString();
    }
    return done();
  }

  Coroutine<String> next() {
    return fetch(null);
  }

  @SuppressWarnings("MissingAwait")
  void suppressed() {
    next();
    Runnable runnable = this::next;
  }

  void user(ExecutorService service) {
    new Object() {
      /** Of the user's own, named as the words are. */
      void done() {}

      void call() {
        done();
      }
    }.call();
    Executors.newSingleThreadExecutor().shutdown();
  }
}
