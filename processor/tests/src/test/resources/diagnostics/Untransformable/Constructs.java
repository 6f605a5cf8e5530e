import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.function.Supplier;

abstract class Constructs {
  private interface Secret {
    int open();
  }

  private static class Bag<E> implements Supplier<E> {
    @Override
    public E get() {
      return null;
    }
  }

  @Async
  Coroutine<Integer> functionOfPrivateInterface() {
    Secret secret = /*! Secret is private, so the generated subclass cannot name it, and no lambda becomes what has no name; make it package-private [Untransformable] */ () -> 1;
    return done(secret.open());
  }

  @Async
  Coroutine<Integer> privateClassThatHandsItsParameterOn() {
    Bag<String> /*! Bag is private, so the generated subclass cannot name it, and no type variable can extend what it extends; make it package-private [Untransformable] */ bag = new Bag<>();
    return done(bag.get().length());
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
