import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.ArrayList;
import java.util.List;

abstract class Constructs {
  private static class Secret {}

  private final List<Secret> secrets = new ArrayList<>();

  @Async
  Coroutine<Integer> valuesOfPrivateClass() {
    return done(/*! Secret is private, so the generated subclass cannot name it; make it package-private [Untransformable] */ secrets.size());
  }

  @Async
  AsyncGenerator<String> generatorThatReturnsAnother(AsyncGenerator<String> other) {
    /*! a generator ends with return end(); to pass another's elements on, write emitAll(…) before it [Untransformable] */ return other;
  }

  @Async
  Coroutine<String> blockFromElsewhere(AsyncBlock<String> block) {
    return async/*! async takes a block that is written in place: async(() -> { … }) [Untransformable] */ (block);
  }
}
