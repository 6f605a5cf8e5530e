import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

abstract class Statements {
  abstract Coroutine<String> fetch(URI uri);

  abstract AsyncGenerator<String> lines();

  abstract Statements self();

  abstract <T> T within(Supplier<? extends T> action);

  abstract <C extends Coroutine<String>> C own();

  Statements() {
    /*! fetch(null) is never awaited, so it never runs; await it in an @Async method, or write start(fetch(null)) [MissingAwait] */ fetch(null);
  }

  {
    /*! lines() is never iterated over, so it never runs; write for (var element : awaitEach(lines())) in an @Async method [MissingAwait] */ lines();
  }

  @Async
  Coroutine<Void> calls(URI uri) {
    /*! fetch(uri) is never awaited, so it never runs; write await(fetch(uri)) or start(fetch(uri)) [MissingAwait] */ fetch(uri);
    this/*! this.fetch(uri) is never awaited, so it never runs; write await(this.fetch(uri)) or start(this.fetch(uri)) [MissingAwait] */ .fetch(uri);
    self().self()/*! self().self().fetch(uri) is never awaited, so it never runs; write await(self().self().fetch(uri)) or start(self().self().fetch(uri)) [MissingAwait] */ .fetch(uri);
    /*! lines() is never iterated over, so it never runs; write for (var element : awaitEach(lines())) [MissingAwait] */ lines();
    lines()/*! lines().moveNext() is never awaited; write await(lines().moveNext()) [MissingAwait] */ .moveNext();
    lines()/*! lines().closeAsync() is never awaited, so it never runs; write await(lines().closeAsync()) or start(lines().closeAsync()) [MissingAwait] */ .closeAsync();
    /*! own() is never awaited, so it never runs; write await(own()) or start(own()) [MissingAwait] */ own();
    return done();
  }

  @Async
  Coroutine<Void> words(Coroutine<Coroutine<String>> nested) {
    /*! sleep(null) is never awaited, so it never runs; write await(sleep(null)) or start(sleep(null)) [MissingAwait] */ sleep(null);
    /*! async(…) is never awaited, so it never runs; write await(async(…)) or start(async(…)) [MissingAwait] */ async(() -> {
      await(sleep(null));
    });
    /*! what await(nested) gives is never awaited, so it never runs; write await(await(nested)) or start(await(nested)) [MissingAwait] */ await(nested);
    /*! done("x") is thrown away; write return done("x") [MissingAwait] */ done("x");
    /*! end() is thrown away; write return end() [MissingAwait] */ end();
    return done();
  }

  @Async
  Coroutine<Void> statements(URI uri, List<URI> uris, int choice) {
    if (choice == 1) /*! fetch(uri) is never awaited, so it never runs; write await(fetch(uri)) or start(fetch(uri)) [MissingAwait] */ fetch(uri);
    else /*! fetch(uri) is never awaited, so it never runs; write await(fetch(uri)) or start(fetch(uri)) [MissingAwait] */ fetch(uri);
    for (/*! fetch(uri) is never awaited, so it never runs; write await(fetch(uri)) or start(fetch(uri)) [MissingAwait] */ fetch(uri); choice < 3; /*! fetch(null) is never awaited, so it never runs; write await(fetch(null)) or start(fetch(null)) [MissingAwait] */ fetch(null)) {
      choice++;
    }
    switch (choice) {
      case 1 -> /*! fetch(uri) is never awaited, so it never runs; write await(fetch(uri)) or start(fetch(uri)) [MissingAwait] */ fetch(uri);
      default -> await(fetch(uri));
    }
    int length =
        switch (choice) {
          case 1 -> {
            /*! fetch(uri) is never awaited, so it never runs; write await(fetch(uri)) or start(fetch(uri)) [MissingAwait] */ fetch(uri);
            yield 1;
          }
          default -> 2;
        };
    for (URI each : uris) /*! fetch(each) is never awaited, so it never runs; write await(fetch(each)) or start(fetch(each)) [MissingAwait] */ fetch(each);
    return done();
  }

  void functions(Supplier<Coroutine<String>> supplier, Function<URI, Coroutine<String>> function) {
    supplier/*! supplier.get() is never awaited, so it never runs; await it in an @Async method, or write start(supplier.get()) [MissingAwait] */ .get();
    function/*! function.apply(null) is never awaited, so it never runs; await it in an @Async method, or write start(function.apply(null)) [MissingAwait] */ .apply(null);
    /*! within(…) is never awaited, so it never runs; await it in an @Async method, or write start(within(…)) [MissingAwait] */ within(() -> fetch(null));
  }

  void longOnes(URI uri) {
    /*! fetch(…) is never awaited, so it never runs; await it in an @Async method, or write start(fetch(…)) [MissingAwait] */ fetch(URI.create("https://example.org/a/long/path/of/a/page/" + uri.getPath()));
  }

  public static void main(String[] arguments) {
    Statements statements = null;
    statements/*! statements.fetch(null) is never awaited, so it never runs; write EventLoop.run(statements.fetch(null)) [MissingAwait] */ .fetch(null);
  }
}

/** Without anything asynchronous of its own. */
class Elsewhere {
  void calls(Statements statements) {
    statements/*! statements.fetch(null) is never awaited, so it never runs; await it in an @Async method, or write start(statements.fetch(null)) [MissingAwait] */ .fetch(null);
  }
}
