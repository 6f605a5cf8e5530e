package golden.hidden;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

class Input {
  private record Point(int x, int y) {
    Point plus(Point other) {
      return new Point(x + other.x, y + other.y);
    }
  }

  private enum Turn {
    LEFT,
    RIGHT
  }

  private interface Place {}

  private record Town<T>(T name) implements Place {}

  private record Nowhere() implements Place {}

  private static class Lost extends Exception {
    private static final long serialVersionUID = 1;

    Lost(String message) {
      super(message);
    }
  }

  private final List<Point> points = new ArrayList<>();

  Coroutine<Integer> ask(String question) {
    return done(question.length());
  }

  @Async
  Coroutine<List<Point>> walk(List<Point> from) {
    Point last = from.get(0);
    Point next = last.plus(new Point(await(ask("how far?")), 1));
    points.add(next);
    points.sort(Comparator.comparing(Point::x).reversed());
    return done(points);
  }

  @Async
  Coroutine<Integer> turn(boolean left) {
    Turn turn = left ? Turn.LEFT : Turn.RIGHT;
    return done(
        switch (turn) {
          case LEFT -> -1;
          case RIGHT -> await(ask("sure?"));
        });
  }

  @Async
  Coroutine<String> find(Object wanted) {
    Place place = wanted instanceof Point p && p.x() > 0 ? new Town<>("x" + p.x()) : new Nowhere();
    int turns = await(ask("which way?"));
    try {
      if (!(place instanceof Town<?> town)) {
        throw new Lost("after " + turns);
      }
      Point[] all = {new Point(turns, turns)};
      return done(town.name() + " " + all.length + Turn.values().length);
    } catch (Lost lost) {
      return done(lost.getMessage());
    }
  }
}
