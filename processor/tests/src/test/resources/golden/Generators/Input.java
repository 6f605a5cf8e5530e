package golden.generators;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.awaitEach;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.emitAll;
import static dev.fermata.Coroutines.end;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.util.concurrent.Flow;

abstract class Input {
  abstract Coroutine<Integer> ask(String question);

  abstract Flow.Publisher<String> lines();

  @Async
  AsyncGenerator<Integer> upTo(int limit) {
    for (int number = 0; number < limit; number++) {
      emit(number);
    }
    return end();
  }

  @Async
  AsyncGenerator<Integer> answers(String question) {
    emit(0);
    emitAll(upTo(3));
    try {
      while (true) {
        int answer = await(ask(question));
        if (answer < 0) {
          return end();
        }
        emit(answer);
      }
    } finally {
      await(ask("goodbye?"));
    }
  }

  @Async
  Coroutine<Integer> sum(int limit) {
    int sum = 0;
    for (int number : awaitEach(upTo(limit))) {
      sum += number;
    }
    return done(sum);
  }

  @Async
  Coroutine<String> find(String word) {
    for (String line : awaitEach(lines())) {
      if (line.contains(word)) {
        return done(line);
      }
    }
    return done("");
  }
}
