package consumer.api;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.awaitEach;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.end;
import static dev.fermata.Coroutines.yieldNow;

import consumer.text.AsyncWords;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.util.concurrent.CompletableFuture;

/** Has a parent in another package. */
public abstract class Greeter extends AsyncWords {
  private int greetings;

  /** For subclasses. */
  protected Greeter() {}

  /** A greeter. */
  public static Greeter create() {
    return new AsyncGreeter();
  }

  /** Greets one. */
  @Async
  public Coroutine<String> greet(String name) {
    await(yieldNow());
    return done(greeting(capitalized(name)));
  }

  /** Greets all, by the words of a line. */
  @Async
  public AsyncGenerator<String> greetAll(String line) {
    for (String name : awaitEach(words(line))) {
      emit(await(greet(name)));
    }
    return end();
  }

  /** Counts words, greetings and letters. */
  @Async
  public CompletableFuture<String> statistics(String line) {
    int letters = 0;
    for (String greeting : awaitEach(greetAll(line))) {
      letters += greeting.length();
    }
    return CompletableFuture.completedFuture(
        count + " words, " + greetings + " greetings, " + letters + " letters");
  }

  /** Greets a protocol. */
  @Async
  public Coroutine<String> greetProtocol() {
    return greet(await(protocol()));
  }

  private String greeting(String name) {
    return "Hello, " + name + ", for the " + ++greetings + ". time";
  }
}
