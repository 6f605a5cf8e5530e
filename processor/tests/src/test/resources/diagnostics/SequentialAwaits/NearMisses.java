//! -Afermata.SequentialAwaits=warning

import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;

abstract class NearMisses {
  abstract Coroutine<String> fetch(String uri);

  abstract Task<String> task();

  @Async
  Coroutine<String> dependent() {
    String one = await(fetch("a"));
    String two = await(fetch(one));
    String three = await(fetch("b".concat(two)));
    return done(three);
  }

  /** What stands between may matter. */
  @Async
  Coroutine<String> apart() {
    String one = await(fetch("a"));
    System.out.println(one);
    String two = await(fetch("b"));
    await(fetch("c"));
    String three = await(fetch("d"));
    return done(two + three);
  }

  /** These run already. */
  @Async
  Coroutine<String> running(Task<String> first) {
    String one = await(first);
    String two = await(task());
    return done(one + two);
  }

  @Async
  @SuppressWarnings("SequentialAwaits")
  Coroutine<String> suppressed() {
    String one = await(fetch("a"));
    String two = await(fetch("b"));
    return done(one + two);
  }
}
