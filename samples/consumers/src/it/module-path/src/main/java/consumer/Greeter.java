package consumer;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;

abstract class Greeter {
  private int greetings;

  static Greeter create() {
    return new AsyncGreeter();
  }

  @Async
  Coroutine<String> greet(String name) {
    await(yieldNow());
    greetings++;
    return done("Hello, " + name + ", for the " + greetings + ". time");
  }
}
