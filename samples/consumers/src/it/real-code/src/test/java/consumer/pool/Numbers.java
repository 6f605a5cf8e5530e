package consumer.pool;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lends numbers. */
abstract class Numbers extends AsyncPool<Integer> {
  final Set<Integer> broken = new HashSet<>();
  final List<String> events = new ArrayList<>();
  int failures;
  private int connected;

  Numbers(int limit) {
    super(limit, Duration.ofSeconds(10), Duration.ofMinutes(30));
  }

  @Override
  @Async
  Coroutine<Integer> connect() {
    await(sleep(Duration.ofSeconds(1)));
    if (failures-- > 0) {
      throw new IllegalStateException("refused");
    }
    events.add("connect " + ++connected);
    return done(connected);
  }

  @Override
  @Async
  Coroutine<Boolean> isValid(Integer connection) {
    await(yieldNow());
    return done(!broken.contains(connection));
  }

  @Override
  @Async
  Coroutine<Void> disconnect(Integer connection) {
    await(yieldNow());
    events.add("disconnect " + connection);
    return done();
  }

  @Async
  Coroutine<Integer> lendAndReturn() {
    var entry = await(acquire(any -> true));
    release(entry);
    return done(entry.connection);
  }

  @Async
  Coroutine<String> handOver() {
    var first = await(acquire(any -> true));
    var second = start(acquire(any -> true));
    await(sleep(Duration.ofSeconds(5)));
    release(first);
    var entry = await(second);
    String same = entry == first ? "the same" : "another";
    release(entry);
    return done(same + ", used " + entry.uses() + " times");
  }

  @Async
  Coroutine<String> exhaust() {
    await(acquire(any -> true));
    try {
      await(acquire(any -> true));
      return done("lent");
    } catch (Exhausted e) {
      return done(e.getMessage() + ", " + e.getCause().getClass().getSimpleName());
    }
  }

  @Async
  Coroutine<List<Integer>> grow(Duration pause) {
    var one = await(acquire(any -> true));
    var other = await(acquire(any -> true));
    release(one);
    release(other);
    await(sleep(pause));
    await(lendAndReturn());
    return evict(Duration.ofMinutes(5));
  }
}
