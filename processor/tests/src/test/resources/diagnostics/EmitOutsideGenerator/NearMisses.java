import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;

abstract class NearMisses {
  @Async
  AsyncGenerator<String> generator(AsyncIterable<String> names) {
    emit("a");
    emitAll(names);
    return end();
  }

  @Async
  Coroutine<Void> emitsByItself() {
    new Object() {
      void emit(String any) {}
    }.emit("a");
    return done();
  }
}
