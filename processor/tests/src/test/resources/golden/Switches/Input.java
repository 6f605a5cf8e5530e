package golden.switches;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;

abstract class Input {
  enum Color {
    RED,
    GREEN,
    BLUE
  }

  abstract Coroutine<Integer> ask(String question);

  @Async
  Coroutine<String> name(Color color) {
    String name =
        switch (color) {
          case RED -> "r" + await(ask("red?"));
          case GREEN -> {
            int shade = await(ask("green?"));
            yield shade > 3 ? "dark" : "light";
          }
          case BLUE -> "b"; // the same for all
        };
    return done(name);
  }

  @Async
  @SuppressWarnings("fallthrough")
  Coroutine<Integer> count(String text) {
    int count = 0;
    switch (text) {
      case "two":
        count += await(ask("second?"));
        // fall through
      case "one":
        count++;
        break;
      case "none":
        return done(0);
      default:
        count = await(ask(text));
    }
    return done(count);
  }

  /** Has a switch that stays as it is, on what is awaited. */
  @Async
  Coroutine<String> size() {
    return done(
        switch (await(ask("size?"))) {
          case 0 -> "none";
          case 1, 2, 3 -> "some";
          default -> "many";
        });
  }
}
