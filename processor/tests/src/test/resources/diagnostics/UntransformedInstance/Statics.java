import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.function.Function;

class Statics {
  @Async
  static Coroutine<String> twice(String word) {
    await(yieldNow());
    return done(word + word);
  }

  @Async
  static <T> Coroutine<T> same(T value) {
    await(yieldNow());
    return done(value);
  }

  @Async
  static Coroutine<String> fourTimes(String word) {
    String two = await(/*! twice(word) is no coroutine where original bodies are run; write AsyncStatics.twice(…) [UntransformedInstance] */ twice(word));
    return done(await(Statics/*! Statics.twice(two) calls the method of Statics, which is not transformed; write AsyncStatics.twice(…) [UntransformedInstance] */ .twice(two)));
  }

  @Async
  Coroutine<String> inInstance(String word) {
    Function<String, Coroutine<String>> inLambda = text -> /*! twice(text) is no coroutine where original bodies are run; write AsyncStatics.twice(…) [UntransformedInstance] */ twice(text);
    Function<String, Coroutine<String>> reference = /*! Statics::twice refers to the method of Statics, which is not transformed; write AsyncStatics::twice [UntransformedInstance] */ Statics::twice;
    String one = await(inLambda.apply(word)) + await(reference.apply(word));
    return done(await(Statics/*! Statics.<String>same(one) calls the method of Statics, which is not transformed; write AsyncStatics.same(…) [UntransformedInstance] */ .<String>same(one)));
  }

  static Coroutine<String> outside(String word) {
    return /*! twice(word) calls the method of Statics, which is not transformed; write AsyncStatics.twice(…) [UntransformedInstance] */ twice(word);
  }

  static class Nested {
    @Async
    Coroutine<String> ofOutside(String word) {
      return /*! twice(word) calls the method of Statics, which is not transformed; write AsyncStatics.twice(…) [UntransformedInstance] */ twice(word);
    }
  }

  static class Inheriting extends Statics {
    @Async
    @Override
    Coroutine<String> inInstance(String word) {
      return /*! twice(word) calls the method of Statics, which is not transformed; write AsyncStatics.twice(…) [UntransformedInstance] */ twice(word);
    }

    Coroutine<String> plain(String word) {
      return Inheriting/*! Inheriting.twice(word) calls the method of Statics, which is not transformed; write AsyncStatics.twice(…) [UntransformedInstance] */ .twice(word);
    }
  }

  public static void main(String[] arguments) {
    System.out.println(EventLoop.run(/*! fourTimes("ha") calls the method of Statics, which is not transformed; write AsyncStatics.fourTimes(…) [UntransformedInstance] */ fourTimes("ha")));
  }
}
