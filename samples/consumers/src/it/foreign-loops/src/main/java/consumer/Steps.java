package consumer;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import io.netty.channel.EventLoop;
import java.time.Duration;

/** Waits in several ways, and looks where it goes on. */
abstract class Steps {
  private final EventLoop netty;

  Steps(EventLoop netty) {
    this.netty = netty;
  }

  @Async
  Coroutine<Integer> insideOf(int steps) {
    int inside = 0;
    for (int step = 0; step < steps; step++) {
      await(step % 2 == 0 ? yieldNow() : sleep(Duration.ofMillis(1)));
      inside += netty.inEventLoop() ? 1 : 0;
    }
    return done(inside);
  }
}
