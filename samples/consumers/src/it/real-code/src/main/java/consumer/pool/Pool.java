package consumer.pool;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.waitFor;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.Promise;
import dev.fermata.annotations.Async;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lends connections: at most so many, each checked before it is lent again, retired when it is old,
 * as the pools of databases do.
 */
abstract class Pool<C> {
  /** A connection and what the pool knows of it. */
  static final class Entry<C> {
    final C connection;
    final long created;
    long lastUsed;
    private int uses;

    Entry(C connection, long created) {
      this.connection = connection;
      this.created = created;
      this.lastUsed = created;
    }

    int uses() {
      return uses;
    }
  }

  /** There was no connection in time. */
  static class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exhausted(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private final Deque<Entry<C>> idle = new ArrayDeque<>();
  private final Deque<Promise<Entry<C>>> waiting = new ArrayDeque<>();
  private final int limit;
  private final Duration patience;
  private final Duration lifetime;
  private int total;

  Pool(int limit, Duration patience, Duration lifetime) {
    this.limit = limit;
    this.patience = patience;
    this.lifetime = lifetime;
  }

  abstract Coroutine<C> connect();

  abstract Coroutine<Boolean> isValid(C connection);

  abstract Coroutine<Void> disconnect(C connection);

  int total() {
    return total;
  }

  int idle() {
    return idle.size();
  }

  @Async
  Coroutine<Entry<C>> acquire(Predicate<? super C> wanted) {
    EventLoop loop = EventLoop.current();
    long deadline = loop.time() + patience.toNanos();
    Throwable reason = null;
    int attempts = 0;
    do {
      Entry<C> entry = null;
      for (var candidates = idle.iterator(); entry == null && candidates.hasNext(); ) {
        var candidate = candidates.next();
        if (wanted.test(candidate.connection)) {
          candidates.remove();
          entry = candidate;
        }
      }
      boolean fresh = false;
      if (entry == null && total < limit) {
        total++;
        boolean made = false;
        try {
          entry = new Entry<>(await(waitFor(connect(), left(deadline))), loop.time());
          made = fresh = true;
        } catch (AsyncTimeoutException e) {
          reason = e;
        } catch (RuntimeException e) {
          reason = e;
          await(sleep(min(Duration.ofMillis(10L << Math.min(attempts, 6)), left(deadline))));
        } finally {
          if (!made) {
            total--;
          }
        }
      } else if (entry == null) {
        Promise<Entry<C>> turn = loop.newPromise();
        waiting.add(turn);
        try {
          entry = await(waitFor(forwarded(turn), left(deadline)));
        } catch (AsyncTimeoutException e) {
          reason = e;
        } finally {
          if (!waiting.remove(turn) && entry == null && turn.isDone() && !turn.isCancelled()) {
            release(turn.result()); // it came too late
          }
        }
      }
      if (entry != null) {
        boolean old = loop.time() - entry.created > lifetime.toNanos();
        boolean lent = false;
        try {
          if (!old && (fresh || await(isValid(entry.connection)))) {
            entry.uses++;
            entry.lastUsed = loop.time();
            lent = true;
            return done(entry);
          }
        } catch (CancelledError e) {
          throw e;
        } catch (RuntimeException e) {
          reason = e;
        } finally {
          if (!lent) {
            total--;
            await(disconnect(entry.connection));
          }
        }
      }
      attempts++;
    } while (loop.time() < deadline);
    String message = "no connection after " + attempts + " attempts; " + total + " are in use";
    throw new Exhausted(message, reason);
  }

  /** A wait of its own, so that a deadline cancels that and not the promise. */
  @Async
  Coroutine<Entry<C>> forwarded(Promise<Entry<C>> turn) {
    return done(await(dev.fermata.Coroutines.shield(turn)));
  }

  void release(Entry<C> entry) {
    var next = waiting.poll();
    if (next != null) {
      next.complete(entry);
    } else {
      idle.push(entry);
    }
  }

  /** Closes what has been idle for too long; says what it has closed. */
  @Async
  Coroutine<List<C>> evict(Duration unused) {
    var evicted = new ArrayList<C>();
    long oldest = EventLoop.current().time() - unused.toNanos();
    for (var entry : List.copyOf(idle)) {
      if (entry.lastUsed < oldest && idle.remove(entry)) {
        total--;
        try {
          await(disconnect(entry.connection));
        } finally {
          evicted.add(entry.connection);
        }
      }
    }
    return done(evicted);
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - EventLoop.current().time()));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
