package golden.patterns;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;

abstract class Input {
  sealed interface Shape {}

  record Circle(int radius) implements Shape {}

  record Box(Shape inner, int side) implements Shape {}

  abstract Coroutine<Integer> ask(String question);

  @Async
  Coroutine<Integer> area(Shape shape) {
    return done(
        switch (shape) {
          case Circle(int radius) -> 3 * radius * await(ask("how round?"));
          case Box(Circle(int radius), int side) when radius > await(ask("how large?")) -> side;
          case Box box -> box.side() * box.side();
        });
  }

  @Async
  Coroutine<String> text(Object value) {
    switch (value) {
      case null -> {
        return done("nothing");
      }
      case Integer number when number > 3 -> await(ask("number?"));
      case String text -> {
        return done(text + await(ask(text)));
      }
      default -> {}
    }
    if (value instanceof Box(Box(var inner, int side), _) && await(ask("deep?")) > side) {
      return done(inner.toString());
    }
    return done("else");
  }
}
