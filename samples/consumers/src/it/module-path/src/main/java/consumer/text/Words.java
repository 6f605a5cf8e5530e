package consumer.text;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.end;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.net.http.HttpClient;
import java.util.StringTokenizer;

/** Extended from another package, with a type of another module in a body. */
public abstract class Words {
  /** How many there have been. */
  protected int count;

  /** For subclasses. */
  protected Words() {}

  /** The words of a line. */
  @Async
  protected AsyncGenerator<String> words(String line) {
    var tokens = new StringTokenizer(line);
    while (tokens.hasMoreTokens()) {
      await(yieldNow());
      count++;
      emit(tokens.nextToken());
    }
    return end();
  }

  /** The protocol that an HTTP client prefers. */
  @Async
  protected Coroutine<String> protocol() {
    var client = HttpClient.newHttpClient();
    await(yieldNow());
    return done(client.version().name());
  }

  /** In upper case, at its beginning. */
  protected static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase() + name.substring(1);
  }
}
