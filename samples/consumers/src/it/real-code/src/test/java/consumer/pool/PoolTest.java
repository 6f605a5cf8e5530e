package consumer.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.Clock;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolTest {
  private static <T> T run(Coroutine<T> body) {
    try (var loop = EventLoop.builder().clock(Clock.virtual()).open()) {
      return loop.run(body);
    }
  }

  @Test
  void lendsAgain() {
    var pool = new AsyncNumbers(1);
    assertEquals(1, run(pool.lendAndReturn()));
    assertEquals(1, run(pool.lendAndReturn()));
    assertEquals(List.of("connect 1"), pool.events);
  }

  @Test
  void replacesWhatIsBroken() {
    var pool = new AsyncNumbers(1);
    run(pool.lendAndReturn());
    pool.broken.add(1);
    assertEquals(2, run(pool.lendAndReturn()));
    assertEquals(List.of("connect 1", "disconnect 1", "connect 2"), pool.events);
    assertEquals(1, pool.total());
  }

  @Test
  void handsOver() {
    assertEquals("the same, used 2 times", run(new AsyncNumbers(1).handOver()));
  }

  @Test
  void triesToConnectAgain() {
    var pool = new AsyncNumbers(1);
    pool.failures = 3;
    assertEquals(1, run(pool.lendAndReturn()));
  }

  @Test
  void givesUp() {
    var pool = new AsyncNumbers(1);
    pool.failures = 100;
    var failure = assertThrows(Pool.Exhausted.class, () -> run(pool.lendAndReturn()));
    assertEquals(0, pool.total());
    assertEquals(true, failure.getMessage().endsWith("; 0 are in use"), failure.getMessage());
    assertEquals(
        "no connection after 1 attempts; 1 are in use, AsyncTimeoutException",
        run(new AsyncNumbers(1).exhaust()));
  }

  @Test
  void evictsWhatIsIdle() {
    var pool = new AsyncNumbers(2);
    assertEquals(List.of(1), run(pool.grow(Duration.ofMinutes(6))));
    assertEquals(1, pool.total());
    assertEquals(1, pool.idle());
  }
}
