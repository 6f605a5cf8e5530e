import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

abstract class Calls {
  interface Ledger {
    @dev.fermata.annotations.Blocking
    int balance(String account);

    int count();
  }

  abstract static class Books implements Ledger {
    @Override
    public int balance(String account) {
      return 1;
    }
  }

  /** As other libraries have it. */
  @interface Blocking {}

  @Blocking
  static class Archive {
    static void store(String text) {}
  }

  @Async
  Coroutine<Void> waits(CountDownLatch latch, ReentrantLock lock, ArrayBlockingQueue<String> queue) throws InterruptedException {
    await(yieldNow());
    Thread/*! Thread.sleep(1) blocks the event loop, and all its tasks with it; write await(sleep(…)) [BlockingCall] */ .sleep(1);
    latch/*! latch.await() blocks the event loop, and all its tasks with it; use dev.fermata.sync.AsyncEvent [BlockingCall] */ .await();
    lock/*! lock.lock() blocks the event loop, and all its tasks with it; use dev.fermata.sync.AsyncLock [BlockingCall] */ .lock();
    lock.tryLock();
    queue/*! queue.put("a") blocks the event loop, and all its tasks with it; use dev.fermata.sync.AsyncQueue [BlockingCall] */ .put("a");
    queue/*! queue.poll(1, TimeUnit.SECONDS) blocks the event loop, and all its tasks with it; use dev.fermata.sync.AsyncQueue [BlockingCall] */ .poll(1, TimeUnit.SECONDS);
    synchronized (this) {
      /*! wait() blocks the event loop, and all its tasks with it; use dev.fermata.sync.AsyncCondition [BlockingCall] */ wait();
    }
    return done();
  }

  @Async
  Coroutine<String> futures(CompletableFuture<String> future, Future<String> other) throws InterruptedException, ExecutionException {
    await(yieldNow());
    String one = future/*! future.join() blocks the event loop, and all its tasks with it; await it instead [BlockingCall] */ .join();
    return done(one + other/*! other.get() blocks the event loop, and all its tasks with it; await a CompletionStage instead, or move it to toThread(() -> …) [BlockingCall] */ .get());
  }

  @Async
  Coroutine<String> reads(InputStream stream, BufferedReader reader, HttpClient client, HttpRequest request) throws IOException, InterruptedException {
    await(yieldNow());
    int first = stream/*! stream.read() blocks the event loop, and all its tasks with it; move it to toThread(() -> …) [BlockingCall] */ .read();
    String line = reader/*! reader.readLine() blocks the event loop, and all its tasks with it; move it to toThread(() -> …) [BlockingCall] */ .readLine();
    String text = Files/*! Files.readString(Path.of("a")) blocks the event loop, and all its tasks with it; move it to toThread(() -> …) [BlockingCall] */ .readString(Path.of("a"));
    var response = client/*! client.send(request, HttpResponse.BodyHandlers.ofString()) blocks the event loop, and all its tasks with it; await its sendAsync(…) instead [BlockingCall] */ .send(request, HttpResponse.BodyHandlers.ofString());
    return done(first + line + text + response);
  }

  @Async
  Coroutine<Integer> annotated(Ledger ledger, Books books, List<String> accounts) {
    await(yieldNow());
    Archive/*! Archive.store("a") blocks the event loop, and all its tasks with it; move it to toThread(() -> …) [BlockingCall] */ .store("a");
    accounts.forEach(account -> System.out.println(ledger/*! ledger.balance(account) blocks the event loop, and all its tasks with it; move it to toThread(() -> …) [BlockingCall] */ .balance(account)));
    return async(() -> {
      await(yieldNow());
      return ledger/*! ledger.balance("a") blocks the event loop, and all its tasks with it; move it to toThread(() -> …) [BlockingCall] */ .balance("a") + books/*! books.balance("b") blocks the event loop, and all its tasks with it; move it to toThread(() -> …) [BlockingCall] */ .balance("b") + ledger.count();
    });
  }
}
