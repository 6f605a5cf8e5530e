package dev.fermata.oracle;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.toThread;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.AsyncGenerator;
import dev.fermata.CancelledError;
import dev.fermata.ContextVar;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.oracle.PyError.ValueError;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ContextOracleTest extends OracleTest {
  @Test
  void callbacksAndGenerators() {
    ContextVar<Object> v = new ContextVar<>("v", 0);
    main(
        () -> {
          Promise<Void> f = loop().newPromise();
          v.set(1);
          loop().callSoon(() -> p("call_soon", v.get()));
          f.onDone(done -> p("done cb", v.get()));
          loop().callLater(s(1), () -> p("later", v.get()));
          v.set(2);
          f.complete(null);
          await(sleep(s(2)));
          AsyncGenerator<Object> a =
              gen(
                  () -> {
                    v.set("set by gen");
                    emit(v.get());
                    emit(v.get());
                  });
          await(a.moveNext());
          p(a.current(), "consumer now", v.get());
          v.set("set by consumer");
          await(a.moveNext());
          p(a.current());
          await(
              start(
                  act(
                      () -> {
                        v.set("other task");
                        await(a.closeAsync());
                      })));
          p(v.get());
        });
    expect("094_contextvars_callbacks_generators");
  }

  @Test
  void threads() {
    ContextVar<Object> v = new ContextVar<>("v", 0);
    Thread own = Thread.currentThread();
    main(
        () -> {
          v.set("ctx");
          p(await(toThread(() -> "(3, " + Py.repr(v.get()) + ", " + Py.repr(onThread(own)) + ")")));
          try {
            await(
                toThread(
                    () -> {
                      throw new ValueError("in thread");
                    }));
          } catch (ValueError e) {
            p(x(e));
          }
          p(1); // run_in_executor has no counterpart: toThread always passes the context on
          CountDownLatch gate = new CountDownLatch(1);
          Task<Boolean> t = start(toThread(() -> gate.await(10, TimeUnit.SECONDS)));
          int n = 0;
          for (int i = 0; i < 3; i++) {
            await(yieldNow());
            n++;
          }
          gate.countDown();
          p(await(t), "turns meanwhile", n);
        });
    expect("095_to_thread");
  }

  private static boolean onThread(Thread thread) {
    return Thread.currentThread() == thread;
  }

  private static Coroutine<Integer> add(int a, int b) {
    return co(
        () -> {
          await(yieldNow());
          return a + b;
        });
  }

  /** What a foreign thread does with the loop. */
  private static void fromOutside(EventLoop loop, List<Object> log, Promise<Void> done)
      throws Exception {
    log.add(loop.start(add(1, 2)).join());
    try {
      loop.start(
              act(
                  () -> {
                    throw new ValueError("bad");
                  }))
          .join();
    } catch (ValueError e) {
      log.add(x(e));
    }
    CountDownLatch waiting = new CountDownLatch(1);
    CompletableFuture<Void> f =
        loop.start(
                act(
                    () -> {
                      waiting.countDown();
                      try {
                        await(loop().newPromise());
                      } catch (CancelledError e) {
                        log.add("task cancelled");
                        throw e;
                      }
                    }))
            .toCompletableFuture();
    waiting.await();
    log.add(f.cancel(true));
    try {
      f.get(10, TimeUnit.SECONDS);
    } catch (CancellationException e) {
      log.add("future cancelled");
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
    for (int i = 0; i < 3; i++) {
      int number = i;
      loop.execute(() -> log.add(number));
    }
    loop.execute(() -> done.complete(null));
  }

  @Test
  void entryFromOtherThreads() {
    List<Object> log = new CopyOnWriteArrayList<>();
    main(
        () -> {
          EventLoop loop = loop();
          Promise<Void> done = loop.newPromise();
          Task<Void> outside =
              start(
                  toThread(
                      () -> {
                        fromOutside(loop, log, done);
                        return null;
                      }));
          await(done);
          await(outside);
          List<String> cancelled = List.of("task cancelled", "future cancelled");
          p(log.stream().filter(entry -> !cancelled.contains(entry)).toList());
          p(log.stream().filter(cancelled::contains).map(Object::toString).sorted().toList());
        });
    expect("097_threadsafe_entry");
  }
}
