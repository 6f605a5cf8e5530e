package golden.exceptions;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

abstract class Input {
  abstract Coroutine<String> read(String name) throws IOException;

  abstract Coroutine<Void> close(String name);

  abstract void log(String text);

  @Async
  Coroutine<String> readOr(String name, String otherwise) throws IOException {
    try {
      return done(await(read(name)));
    } catch (FileNotFoundException e) {
      log(e.getMessage());
      return done(otherwise);
    }
  }

  @Async
  Coroutine<String> readAny(List<String> names) {
    for (String name : names) {
      try {
        String text = await(read(name));
        if (!text.isEmpty()) {
          return done(text);
        }
      } catch (IOException | UncheckedIOException e) {
        log(name + ": " + e);
      } finally {
        // Whatever has happened.
        await(close(name));
      }
    }
    return done("");
  }

  @Async
  Coroutine<Integer> guarded(String name) throws IOException {
    int size;
    try {
      size = await(read(name)).length();
    } finally {
      log("done with " + name);
    }
    return done(size);
  }

  /** Has a try statement that stays as it is. */
  @Async
  Coroutine<Integer> parsed(String name) throws IOException {
    String text = await(read(name));
    try {
      return done(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return done(-1);
    }
  }
}
