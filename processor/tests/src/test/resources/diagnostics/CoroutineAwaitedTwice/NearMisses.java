import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;

abstract class NearMisses {
  private Coroutine<String> kept;

  abstract Coroutine<String> fetch(String uri);

  @Async
  Coroutine<String> aTask() {
    Task<String> task = start(fetch("a"));
    return done(await(task) + await(task));
  }

  @Async
  Coroutine<String> anotherEachTime() {
    String all = "";
    for (int i = 0; i < 2; i++) {
      Coroutine<String> text = fetch("a");
      all += await(text);
    }
    Coroutine<String> text = fetch("a");
    all += await(text);
    text = fetch("b");
    return done(all + await(text));
  }

  @Async
  Coroutine<String> oneOfTwo(boolean first) {
    Coroutine<String> text = fetch("a");
    if (first) {
      return done(await(text));
    }
    return done("b" + await(text));
  }

  @Async
  Coroutine<String> leftAfterwards() {
    Coroutine<String> text = fetch("a");
    while (true) {
      String got = await(text);
      if (got.isEmpty()) {
        break;
      }
      return done(got);
    }
    return done("");
  }

  @Async
  Coroutine<Void> collections(java.util.List<Coroutine<String>> all) {
    for (Coroutine<String> one : all) {
      await(one);
    }
    return done();
  }

  @Async
  Coroutine<String> passedOnBefore() {
    Coroutine<String> text = fetch("a");
    kept = text;
    System.out.println(await(text));
    return done(await(text));
  }

  @Async
  Coroutine<String> setAnew(String[] uris) {
    Coroutine<String> next = fetch("a");
    String got = "";
    for (String uri : uris) {
      got = await(next);
      next = fetch(uri);
    }
    return done(got + await(next));
  }
}
