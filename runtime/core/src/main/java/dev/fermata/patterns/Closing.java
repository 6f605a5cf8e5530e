package dev.fermata.patterns;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;

/** Closes what can be closed. */
abstract class Closing {
  @Async
  static Coroutine<Void> close(Object resource) throws Exception {
    if (resource instanceof AsyncCloseable closeable) {
      await(closeable.closeAsync());
    } else if (resource instanceof AutoCloseable closeable) {
      closeable.close();
    }
    return done();
  }
}
