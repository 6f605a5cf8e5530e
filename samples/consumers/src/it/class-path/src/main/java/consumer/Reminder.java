package consumer;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.sleep;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.time.Duration;

abstract class Reminder {
  @Async
  Coroutine<String> remind(String what) {
    await(sleep(Duration.ofDays(1)));
    return done(what);
  }
}
