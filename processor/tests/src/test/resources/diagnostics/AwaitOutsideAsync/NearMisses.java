import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.end;
import static dev.fermata.Coroutines.sleep;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

abstract class NearMisses {
  /** The user's own methods of these names. */
  String await(Object any) {
    return String.valueOf(any);
  }

  void emit(String any) {}

  String usesItsOwn() {
    emit("x");
    return await("x");
  }

  Coroutine<String> wordsThatNeedNoBody() {
    Coroutine<Void> slept = sleep(Duration.ZERO);
    return done(String.valueOf(slept));
  }

  AsyncGenerator<String> ends() {
    return end();
  }

  void plainResource(Closeable closeable) throws IOException {
    try (closeable) {
      System.out.println(closeable);
    }
  }

  @Async
  Coroutine<Void> loops(AsyncIterable<String> names) {
    for (String name : (Coroutines.awaitEach(names))) {
      System.out.println(name);
    }
    return done();
  }

  @Async
  Coroutine<String> inBlocks() {
    Coroutine<String> outer =
        Coroutines.async(
            () -> {
              Coroutine<String> inner = Coroutines.async((() -> Coroutines.await(done("x"))));
              return Coroutines.await(inner);
            });
    return outer;
  }

  @SuppressWarnings("AwaitOutsideAsync")
  String suppressed() {
    return Coroutines.await(done("x"));
  }

  String suppressedForAVariable() {
    @SuppressWarnings("AwaitOutsideAsync")
    String name = Coroutines.await(done("x"));
    return name;
  }
}
