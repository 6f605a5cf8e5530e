package golden.loops;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

abstract class Input {
  abstract Coroutine<Integer> size(String name);

  @Async
  Coroutine<Integer> total(List<String> names) {
    int total = 0;
    for (String name : names) {
      // Nothing is added for what is missing.
      total += await(size(name));
    }
    return done(total);
  }

  /** A lambda captures the variable of the loop, which is another one each time round. */
  @Async
  Coroutine<List<Supplier<String>>> labels(String[] names) {
    List<Supplier<String>> labels = new ArrayList<>();
    for (String name : names) {
      int size = await(size(name));
      labels.add(() -> name + ": " + size);
    }
    return done(labels);
  }

  @Async
  Coroutine<String> largest(List<String> names, int limit) {
    String largest = "";
    int most = 0;
    search:
    for (int i = 0; i < names.size(); i++) {
      for (int attempt = 1; ; attempt++) {
        int size = await(size(names.get(i)));
        if (size > limit) {
          break search;
        }
        if (size < 0 && attempt < 3) {
          continue;
        }
        if (size > most) {
          most = size;
          largest = names.get(i);
        }
        continue search;
      }
    }
    return done(largest);
  }

  @Async
  Coroutine<Integer> attempts(String name) {
    int attempts = 0;
    while (await(size(name)) == 0) {
      attempts++;
    }
    do {
      attempts++;
    } while (await(size(name)) > 0 && attempts < 10);
    return done(attempts);
  }
}
