package golden.blocks;

import static dev.fermata.Coroutines.async;
import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.start;

import dev.fermata.Coroutine;
import dev.fermata.Task;
import dev.fermata.TaskGroup;
import dev.fermata.annotations.Async;
import java.util.List;

abstract class Input {
  abstract Coroutine<Integer> size(String name);

  @Async
  Coroutine<Integer> both(String one, String other) {
    Task<Integer> first =
        start(
            async(
                () -> {
                  int size = await(size(one));
                  return size + await(size(one + size));
                }));
    int second = await(size(other));
    return done(second + await(first));
  }

  @Async
  Coroutine<Integer> total(List<String> names) {
    int[] total = new int[1];
    try (var group = TaskGroup.open()) {
      for (String name : names) {
        group.start(
            async(
                () -> {
                  if (await(size(name)) > 0) {
                    total[0] += await(size(name + "'"));
                  }
                }));
      }
    }
    return done(total[0]);
  }
}
