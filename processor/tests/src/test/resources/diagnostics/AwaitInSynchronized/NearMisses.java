import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;

abstract class NearMisses {
  private final Object lock = new Object();

  @Async
  Coroutine<String> blockThatIsOnlyMade(Coroutine<String> name) {
    Coroutine<String> made;
    synchronized (lock) {
      made = async(() -> await(name));
    }
    return made;
  }

  @Async
  Coroutine<String> returnsAnother(Coroutine<String> name) {
    synchronized (lock) {
      return name;
    }
  }

  @Async
  Coroutine<String> classWithoutWords(Coroutine<String> name) {
    Object synchronizing = new Object() {
      @Override
      public synchronized String toString() {
        return "x";
      }
    };
    return done(await(name) + synchronizing);
  }
}
