import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import dev.fermata.sync.*;
import java.util.*;

abstract class NearMisses {
  private final AsyncLock lock = new AsyncLock();
  private Connection kept = new Connection();
  private final List<Connection> all = new ArrayList<>();

  static class Connection implements AsyncCloseable {
    static final Connection SHARED = new Connection();

    static Connection getShared() {
      return SHARED;
    }

    @Override
    public Coroutine<Void> closeAsync() {
      return done();
    }

    Connection connection() {
      return this;
    }

    void send(String text) {}
  }

  abstract Coroutine<Connection> connect();

  abstract Coroutine<Connection> getConnection();

  abstract AsyncGenerator<String> lines();

  abstract void work();

  @Async
  Coroutine<Void> resources() {
    try (Held held = await(lock.acquire());
        var group = TaskGroup.open()) {
      System.out.println(held + " " + group);
    }
    Held held = await(lock.acquire());
    try (held) {
      work();
    }
    return done();
  }

  @Async
  Coroutine<Void> inFinally() {
    Held held = await(lock.acquire());
    try {
      work();
    } finally {
      held.release();
    }
    Connection connection = await(connect());
    try {
      work();
    } finally {
      await(connection.closeAsync());
    }
    return done();
  }

  @Async
  Coroutine<Void> nothingBetween() {
    Held held = await(lock.acquire());
    held.release();
    return done();
  }

  @Async
  Coroutine<Void> ifItCanBeHad() {
    Held held = lock.tryAcquire();
    if (held == null) {
      return done();
    }
    try (held) {
      work();
    }
    return done();
  }

  @Async
  Coroutine<Connection> passedOn() {
    Connection first = await(connect());
    kept = first;
    Connection second = new Connection();
    all.add(second);
    Connection third = await(connect());
    Runnable later = () -> third.send("a");
    Connection last = await(connect());
    return done(last);
  }

  @Async
  Coroutine<Void> ofOthers() {
    Connection first = kept;
    first.send("a");
    Connection second = Connection.getShared();
    second.send("b");
    Connection third = await(getConnection());
    third.send("c");
    Connection fourth = second.connection();
    fourth.send("d");
    Connection fifth = all.get(0);
    fifth.send("e");
    fifth.connection();
    return done();
  }

  @Async
  Coroutine<Void> generators() {
    AsyncGenerator<String> first = lines();
    for (String line : awaitEach(first)) {
      System.out.println(line);
    }
    AsyncGenerator<String> neverBegun = lines();
    AsyncGenerator<String> third = lines();
    try {
      await(third.moveNext());
    } finally {
      await(third.closeAsync());
    }
    return done();
  }

  @Async
  Coroutine<Void> aParameter(Connection connection) {
    connection.send("a");
    return done();
  }

  @Async
  @SuppressWarnings("UnclosedAsyncResource")
  Coroutine<Void> suppressed() {
    await(lock.acquire());
    return done();
  }
}
