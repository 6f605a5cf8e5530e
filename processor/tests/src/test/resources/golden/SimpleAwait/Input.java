package golden.simple;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.util.List;
import java.util.concurrent.CompletionStage;

abstract class Input {
  abstract CompletionStage<String> read(String name);

  /** Awaits once. */
  @Async
  Coroutine<Integer> length(String name) {
    // The text is all that is needed.
    String text = await(read(name));
    return done(text.length()); // in chars
  }

  /** Awaits in the middle of an expression. */
  @Async
  Coroutine<String> join(List<String> names, int limit) {
    String prefix = names.get(0);
    return done(prefix + await(read(names.get(1))) + limit + await(read(names.get(2))).trim());
  }

  /** Has nothing to keep, and ends in the call of another. */
  @Async
  Coroutine<Integer> measured(String name) {
    await(read("warm-up"));
    return length(name);
  }

  /** Awaits in a branch. */
  @Async
  Coroutine<Void> check(String name, boolean twice) {
    if (name.isEmpty()) {
      return done();
    }
    int size = await(length(name));
    if (twice && size != await(length(name))) {
      throw new IllegalStateException(name + " has changed");
    }
    return done();
  }

  /** Chooses between a value and another coroutine. */
  @Async
  Coroutine<Integer> choose(String name) {
    return name.isEmpty() ? done(0) : length(await(read(name)));
  }
}
