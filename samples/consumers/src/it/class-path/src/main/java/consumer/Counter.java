package consumer;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.awaitEach;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.end;
import static dev.fermata.Coroutines.sleep;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.io.IOException;
import java.time.Duration;

abstract class Counter {
  private final int limit;

  Counter(int limit) {
    this.limit = limit;
  }

  static Counter upTo(int limit) {
    return new AsyncCounter(limit);
  }

  @Async
  AsyncGenerator<Integer> numbers() {
    for (int number = 1; number <= limit; number++) {
      await(sleep(Duration.ofMillis(1)));
      emit(number);
    }
    return end();
  }

  @Async
  Coroutine<Integer> sum() {
    int sum = 0;
    for (int number : awaitEach(numbers())) {
      sum += number;
    }
    return done(sum);
  }

  @Async
  Coroutine<String> report() {
    try {
      return done(await(write(await(sum())), IOException.class));
    } catch (IOException e) {
      return done("failed: " + e.getMessage());
    }
  }

  @Async
  Coroutine<String> write(int sum) throws IOException {
    await(sleep(Duration.ofMillis(1)));
    if (sum > 10) {
      throw new IOException("no room for " + sum);
    }
    return done("sum: " + sum);
  }
}
