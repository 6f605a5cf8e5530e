import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;

/*! OfItself has @Async methods, but it extends AsyncOfItself, which is generated to extend it; let it extend another class [AsyncOwner] */ class OfItself extends AsyncOfItself {
  @Async
  Coroutine<String> name() {
    return done("x");
  }
}
