import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.ArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

class NearMisses {
  @Async
  Coroutine<String> fetch(String uri) {
    await(yieldNow());
    return done(await(AsyncNearMisses.twice(uri)));
  }

  @Async
  static Coroutine<String> twice(String word) {
    await(yieldNow());
    return done(word + word);
  }

  static String once(String word) {
    return word;
  }

  static NearMisses create() {
    return new AsyncNearMisses();
  }

  Object anonymous() {
    return new AsyncNearMisses() {
      @Override
      Coroutine<String> fetch(String uri) {
        return super.fetch(uri);
      }
    };
  }

  /** With bodies of its own for everything, as a fake in a test has. */
  static class Fake extends NearMisses {
    @Override
    Coroutine<String> fetch(String uri) {
      return done(once(uri));
    }
  }

  Object fakes() {
    return new NearMisses() {
      @Override
      Coroutine<String> fetch(String uri) {
        return done("x" + new Fake());
      }
    };
  }

  static class Sub extends AsyncNearMisses {
    @Async
    Coroutine<String> both(String uri) {
      return done(await(super.fetch(uri)) + await(twice(uri)));
    }

    Coroutine<String> plain(String uri) {
      return twice(uri);
    }
  }

  Object sub() {
    return new AsyncNearMisses_Sub();
  }

  /** Instances of it have no bodies. */
  static class Tools {
    @Async
    static Coroutine<String> nothing() {
      await(yieldNow());
      return done("");
    }
  }

  void tools() {
    Tools tools = new Tools();
    Supplier<Tools> supplier = Tools::new;
    Supplier<NearMisses> create = AsyncNearMisses::new;
    Function<String, Coroutine<String>> reference = AsyncNearMisses::twice;
    Function<Integer, NearMisses[]> array = NearMisses[]::new;
    NearMisses[] elements = new NearMisses[1];
    new ArrayList<NearMisses>() {}.add(create.get());
  }

  @SuppressWarnings("UntransformedInstance")
  Object suppressed() {
    return new NearMisses();
  }
}
