import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import dev.fermata.sync.*;

abstract class Paths {
  private final AsyncLock lock = new AsyncLock();
  private final AsyncSemaphore semaphore = new AsyncSemaphore(1);

  static class Connection implements AsyncCloseable {
    static Connection open() {
      return new Connection();
    }

    @Override
    public Coroutine<Void> closeAsync() {
      return done();
    }

    void send(String text) {}
  }

  abstract Coroutine<Connection> connect();

  abstract AsyncGenerator<String> lines();

  abstract void work();

  @Async
  Coroutine<Void> thrownAway() {
    /*! what await(lock.acquire()) gives is never closed; write try (var held = await(lock.acquire())) { … } [UnclosedAsyncResource] */ await(lock.acquire());
    /*! what await(semaphore.acquire()) gives is never closed; write try (var permit = await(semaphore.acquire())) { … } [UnclosedAsyncResource] */ await(semaphore.acquire());
    /*! what await(connect()) gives is never closed; write try (var connection = await(connect())) { … } [UnclosedAsyncResource] */ await(connect());
    TaskGroup/*! what TaskGroup.open() gives is never closed; write try (var taskGroup = TaskGroup.open()) { … } [UnclosedAsyncResource] */ .open();
    /*! what timeout(java.time.Duration.ofSeconds(1)) gives is never closed; write try (var timeout = timeout(java.time.Duration.ofSeconds(1))) { … } [UnclosedAsyncResource] */ timeout(java.time.Duration.ofSeconds(1));
    lock/*! what lock.tryAcquire() gives is never closed; write try (var held = lock.tryAcquire()) { … } [UnclosedAsyncResource] */ .tryAcquire();
    /*! what new Connection() gives is never closed; write try (var connection = new Connection()) { … } [UnclosedAsyncResource] */ new Connection();
    return done();
  }

  @Async
  Coroutine<Void> neverClosed() {
    Held held = /*! held is not closed on every way from here, exceptions included; write try (var held = await(lock.acquire())) { … } [UnclosedAsyncResource] */ await(lock.acquire());
    var group = TaskGroup/*! group is not closed on every way from here, exceptions included; write try (var group = TaskGroup.open()) { … } [UnclosedAsyncResource] */ .open();
    group.start(connect());
    Connection connection = /*! connection is not closed on every way from here, exceptions included; write try (var connection = await(connect())) { … } [UnclosedAsyncResource] */ await(connect());
    connection.send("a");
    return done();
  }

  @Async
  Coroutine<Void> notAfterAnException() {
    Held held = /*! held is not closed on every way from here, exceptions included; write try (var held = await(lock.acquire())) { … } [UnclosedAsyncResource] */ await(lock.acquire());
    work();
    held.release();
    return done();
  }

  @Async
  Coroutine<Void> notOnOneWay(boolean early) {
    Connection connection = Connection/*! connection is not closed on every way from here, exceptions included; write try (var connection = Connection.open()) { … } [UnclosedAsyncResource] */ .open();
    try {
      if (early) {
        return done();
      }
    } catch (IllegalStateException e) {
      await(connection.closeAsync());
    }
    await(connection.closeAsync());
    return done();
  }

  @Async
  Coroutine<Void> tooLate() {
    Permit permit = /*! permit is not closed on every way from here, exceptions included; write try (var permit = await(semaphore.acquire())) { … } [UnclosedAsyncResource] */ await(semaphore.acquire());
    work();
    try {
      work();
    } finally {
      permit.release();
    }
    return done();
  }

  @Async
  Coroutine<String> begunByHand() {
    AsyncGenerator<String> lines = /*! lines is not closed on every way from here, exceptions included; write try (var lines = lines()) { … } [UnclosedAsyncResource] */ lines();
    return done(await(lines.moveNext()) ? lines.current() : "");
  }

  void inPlainCode() {
    Connection connection = /*! connection is not closed on every way from here, exceptions included; write try (var connection = new Connection()) { … } [UnclosedAsyncResource] */ new Connection();
    connection.send("a");
  }
}
