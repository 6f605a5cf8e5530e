import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;

abstract class Modifiers {
  @Async
  abstract Coroutine<String> /*! hasNoBody() is abstract, so it has no body that could await; put @Async on the method that implements it [AsyncSignature] */ hasNoBody();

  @Async
  native Coroutine<String> /*! isNative() is native, so it has no body that could await; await it in a method of its own [AsyncSignature] */ isNative();

  @Async
  private Coroutine<String> /*! isPrivate(int, String...) is private, so AsyncModifiers cannot run it; drop private [AsyncSignature] */ isPrivate(int count, String... names) {
    return done(await(done("x")));
  }

  @Async
  private static Coroutine<String> /*! isPrivateStatic() is private, so AsyncModifiers cannot run it; drop private [AsyncSignature] */ isPrivateStatic() {
    return done("x");
  }

  @Async
  final Coroutine<String> /*! isFinal() is final, so AsyncModifiers cannot override it; drop final [AsyncSignature] */ isFinal() {
    return done("x");
  }

  @Async
  static final Coroutine<String> /*! isStaticFinal() is final, so AsyncModifiers cannot hide it; drop final [AsyncSignature] */ isStaticFinal() {
    return done("x");
  }

  @Async
  synchronized Coroutine<String> /*! isSynchronized() is synchronized, and a monitor cannot be held while it waits; drop synchronized and hold a dev.fermata.sync.AsyncLock in the body [AsyncSignature] */ isSynchronized() {
    return done("x");
  }

  static Modifiers create() {
    isPrivateStatic().discard();
    return new AsyncModifiers() {
      @Override
      Coroutine<String> hasNoBody() {
        return isPrivate(1);
      }

      private Coroutine<String> isPrivate(int count) {
        return done("x");
      }
    };
  }
}
