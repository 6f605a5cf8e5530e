package golden.operands;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.util.Map;

abstract class Input {
  int count;
  final int[] numbers = new int[8];

  abstract Coroutine<Integer> ask(String question);

  abstract int next();

  @Async
  Coroutine<Integer> order(Map<String, Integer> known) {
    // The target, the index and the old value come before what is awaited.
    numbers[next()] += await(ask("how many?")) * next();
    count = next() + await(ask("more?"));
    return done(known.getOrDefault("key", await(ask("key?"))) + numbers[await(ask("index?"))]--);
  }

  @Async
  Coroutine<Boolean> conditions(Integer limit) {
    boolean enough = limit != null && (await(ask("now?")) > limit || await(ask("later?")) > limit);
    int answer = enough ? next() : await(ask("else?"));
    while (answer > 0 && await(ask("still?")) > 0) {
      answer--;
    }
    return done(answer == 0 ? enough : !enough);
  }

  @Async
  Coroutine<String> creation(Object value) {
    var text = new StringBuilder(await(ask("capacity?"))).append(new int[] {1, await(ask("two?"))});
    if (value instanceof Integer number && await(ask("sure?")) == number) {
      text.append(number);
    }
    return done(String.format("%s %d", text, await(ask("last?"))));
  }
}
