import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

abstract class Functions {
  /** Overrides what Object has as well, which does not count. */
  interface Listener {
    void heard(URI uri);

    boolean equals(Object other);
  }

  interface Special extends Listener {}

  abstract Coroutine<String> fetch(URI uri);

  abstract Coroutine<String> next();

  abstract AsyncGenerator<String> lines();

  Runnable field = () -> /*! next() is never awaited, so it never runs as a Runnable, which returns nothing; write a loop that awaits it, or let a TaskGroup start it [MissingAwait] */ next();

  void lambdas(Executor executor, List<URI> uris, ExecutorService service, AsyncIterator<String> iterator) {
    executor.execute(() -> /*! next() is never awaited, so it never runs as a Runnable, which returns nothing; write a loop that awaits it, or let a TaskGroup start it [MissingAwait] */ next());
    uris.forEach(uri -> /*! fetch(uri) is never awaited, so it never runs as a Consumer, which returns nothing; write a loop that awaits it, or let a TaskGroup start it [MissingAwait] */ fetch(uri));
    uris.forEach((uri -> /*! lines() is never iterated over, so it never runs as a Consumer, which returns nothing; write a loop that says awaitEach [MissingAwait] */ lines()));
    Runnable moves = () -> iterator/*! iterator.moveNext() is never awaited as a Runnable, which returns nothing; write a loop that awaits it [MissingAwait] */ .moveNext();
    Listener listener = uri -> /*! fetch(uri) is never awaited, so it never runs as a Listener, which returns nothing; write a loop that awaits it, or let a TaskGroup start it [MissingAwait] */ fetch(uri);
    Consumer<URI> block = uri -> {
      /*! fetch(uri) is never awaited, so it never runs; await it in an @Async method, or write start(fetch(uri)) [MissingAwait] */ fetch(uri);
    };
  }

  void references(Executor executor, List<URI> uris) {
    executor.execute(/*! this::next is never awaited, so it never runs as a Runnable, which returns nothing; write a loop that awaits it, or let a TaskGroup start it [MissingAwait] */ this::next);
    uris.forEach(/*! this::fetch is never awaited, so it never runs as a Consumer, which returns nothing; write a loop that awaits it, or let a TaskGroup start it [MissingAwait] */ this::fetch);
    Special special = /*! this::fetch is never awaited, so it never runs as a Listener, which returns nothing; write a loop that awaits it, or let a TaskGroup start it [MissingAwait] */ this::fetch;
    Consumer<Functions> any = /*! Functions::next is never awaited, so it never runs as a Consumer, which returns nothing; write a loop that awaits it, or let a TaskGroup start it [MissingAwait] */ Functions::next;
  }

  @Async
  Coroutine<Void> inBodies(List<URI> uris) {
    uris.forEach(/*! this::fetch is never awaited, so it never runs as a Consumer, which returns nothing; write a loop that awaits it, or let a TaskGroup start it [MissingAwait] */ this::fetch);
    return done();
  }

  @Async
  Coroutine<Object> arms(boolean isCached, URI uri, Coroutine<String> cached) {
    Object one = isCached ? /*! next() is not awaited, as what stands in its place otherwise is; write await(next()) [MissingAwait] */ next() : await(fetch(uri));
    Object other = isCached ? (await(next())) : (/*! fetch(uri) is not awaited, as what stands in its place otherwise is; write await(fetch(uri)) [MissingAwait] */ fetch(uri));
    return done(List.of(one, other));
  }
}
