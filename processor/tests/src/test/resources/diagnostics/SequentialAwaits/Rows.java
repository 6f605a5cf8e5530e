//! -Afermata.SequentialAwaits=warning

import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;

abstract class Rows {
  abstract Coroutine<String> fetch(String uri);

  @Async
  Coroutine<String> rows(String uri) {
    String one = await(fetch("a"));
    String two = /*! fetch(uri) does not need one, and yet begins only when that is there; start both in a TaskGroup, or gather them [SequentialAwaits] */ await(fetch(uri));
    String three = await(fetch(one));
    String four = /*! fetch(two) does not need three, and yet begins only when that is there; start both in a TaskGroup, or gather them [SequentialAwaits] */ await(fetch(two));
    return done(one + two + three + four);
  }
}
