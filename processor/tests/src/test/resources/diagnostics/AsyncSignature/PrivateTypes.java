import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.List;

class PrivateTypes {
  private record Secret(String value) {}

  @Async
  Coroutine<String> takes(Secret /*! parameter secret of takes(Secret) is of a private type, which AsyncPrivateTypes cannot name; make it package-private [AsyncSignature] */ secret) {
    return done(secret.value());
  }

  @Async
  Coroutine<String> takesMany(int count, Secret[]... /*! parameter secrets of takesMany(int, Secret[]...) is of a private type, which AsyncPrivateTypes cannot name; make it package-private [AsyncSignature] */ secrets) {
    return done("x");
  }

  @Async
  </*! type parameter T of takesBounded(T) is of a private type, which AsyncPrivateTypes cannot name; make it package-private [AsyncSignature] */ T extends Secret> Coroutine<String> takesBounded(T secret) {
    return done("x");
  }

  @Async
  Coroutine<Secret> gives(List<? super Secret[]> secrets) {
    return done(null);
  }

  static PrivateTypes create() {
    return new AsyncPrivateTypes();
  }
}
