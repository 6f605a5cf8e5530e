import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;

class PrivateTypes {
  private record Secret(String value) {}

  @Async
  Coroutine<String> /*! takes(Secret) has a parameter of a private type, which AsyncPrivateTypes cannot name; make that type package-private [AsyncSignature] */ takes(Secret secret) {
    return done(secret.value());
  }

  @Async
  <T extends Secret> Coroutine<String> /*! takesBounded(T) has a parameter of a private type, which AsyncPrivateTypes cannot name; make that type package-private [AsyncSignature] */ takesBounded(T secret) {
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
