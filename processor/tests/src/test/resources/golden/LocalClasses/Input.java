package golden.locals;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

abstract class Input {
  abstract Coroutine<Integer> size(String name);

  @Async
  Coroutine<String> smallest(List<String> names) {
    record Sized(String name, int size) {}

    var sizes = new ArrayList<Sized>();
    for (String name : names) {
      sizes.add(new Sized(name, await(size(name))));
    }
    sizes.sort(Comparator.comparing(Sized::size));
    return done(sizes.get(0).name());
  }

  @Async
  Coroutine<Integer> counted(String name) {
    int step = await(size(name));
    class Counter {
      final String text = name + "?";
      int count;

      /** Adds up. */
      void add(int number) {
        count += number + text.length();
      }
    }
    var counter = new Counter();
    counter.add(step);
    await(size(name));
    counter.add(step);
    return done(counter.count);
  }

  @Async
  Coroutine<Integer> anonymous(String name) {
    var point =
        new Object() {
          int x = 1;
          int y;
        };
    point.y = await(size(name));
    Runnable move =
        () -> {
          point.x++;
          point.y--;
        };
    move.run();
    await(size("again"));
    move.run();
    return done(point.x + point.y);
  }
}
