import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.List;
import java.util.function.Supplier;

abstract class NearMisses {
  @Async
  Coroutine<List<Coroutine<String>>> blocksInLambdas(List<Coroutine<String>> names) {
    return done(names.stream().map(name -> async(() -> await(name) + "!")).toList());
  }

  @Async
  Coroutine<String> lambdaWithoutWords(Coroutine<String> name) {
    Supplier<Coroutine<String>> later = () -> name;
    String prefix = await(later.get());
    Supplier<String> full = () -> prefix + "!";
    return done(full.get());
  }

  @Async
  Coroutine<String> ownAwait(Coroutine<String> name) {
    var waiter = new Object() {
      String await(Coroutine<String> other) {
        return other.toString();
      }

      String twice() {
        return this.await(name) + await(name);
      }
    };
    return done(waiter.twice());
  }

  @Async
  Coroutine<Integer> aroundLambdas(List<String> names, Coroutine<Integer> count) {
    return done((int) names.stream().filter(name -> name.isEmpty()).count() + await(count));
  }
}
