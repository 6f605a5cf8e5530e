import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.List;

class PrivateTypes {
  private record Secret(String value) {}

  @Async
  Coroutine<String> takes(Secret /*! parameter secret of takes(Secret) has a private type in its type, which AsyncPrivateTypes cannot name; make it package-private [AsyncSignature] */ secret) {
    return done(secret.value());
  }

  @Async
  Coroutine<String> takesMany(int count, List<? super Secret[]> /*! parameter secrets of takesMany(int, List<? super Secret[]>) has a private type in its type, which AsyncPrivateTypes cannot name; make it package-private [AsyncSignature] */ secrets) {
    return done("x");
  }

  @Async
  </*! type parameter T of takesBounded(T) has a private type in its type, which AsyncPrivateTypes cannot name; make it package-private [AsyncSignature] */ T extends Secret> Coroutine<String> takesBounded(T secret) {
    return done("x");
  }

  @Async
  Coroutine<Secret> gives() {
    return done(null);
  }

  static PrivateTypes create() {
    return new AsyncPrivateTypes();
  }
}
