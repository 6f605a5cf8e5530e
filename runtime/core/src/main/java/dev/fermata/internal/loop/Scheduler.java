package dev.fermata.internal.loop;

import dev.fermata.Clock;
import dev.fermata.TurnOrder;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Takes turns. All but {@link #post} is for the thread of the loop.
 *
 * <p>A turn follows {@code BaseEventLoop._run_once} of asyncio: what other threads brought, then
 * the timers that are due, then exactly what is ready at that moment.
 */
public final class Scheduler {
  private final ReadyQueue ready = new ReadyQueue();
  private final TimerQueue timers = new TimerQueue();
  private final Inbox inbox = new Inbox();
  private final Clock clock;
  private final @Nullable TurnOrder order;

  /** The thread of the loop while it may be asleep. */
  private volatile @Nullable Thread asleep;

  /** How many things are under way outside that will post something. */
  private int outside;

  private boolean closed;

  /**
   * Makes a scheduler that goes by {@code clock}.
   *
   * @param order who goes first in a turn; null for what has been ready for longest
   */
  public Scheduler(Clock clock, @Nullable TurnOrder order) {
    this.clock = clock;
    this.order = order;
  }

  /** Returns the time. */
  public long time() {
    return clock.nanoTime();
  }

  /** Has {@code next} take its turn in the next one of the loop. */
  public void add(Ready next) {
    ready.add(next);
  }

  /** Makes {@code timer} ready at {@code deadline}. */
  public void addTimer(Timer timer, long deadline) {
    timers.add(timer, deadline);
  }

  /** Takes {@code timer} back, if its time has not come. */
  public void removeTimer(Timer timer) {
    timers.remove(timer);
  }

  /**
   * Brings something in from any thread.
   *
   * @return false if the loop is closed
   */
  public boolean post(Inbox.Entry entry) {
    if (!inbox.add(entry)) {
      return false;
    }
    Thread sleeper = asleep;
    if (sleeper != null) {
      LockSupport.unpark(sleeper);
    }
    return true;
  }

  /** Something begins outside that will post one entry. */
  public void outsideBegins() {
    outside++;
  }

  /** Something outside has posted its entry, or is not waited for any more. */
  public void outsideEnds() {
    outside--;
  }

  /** Returns whether nothing can ever happen any more, as far as the loop can know. */
  public boolean isStuck() {
    return ready.size() == 0
        && timers.isEmpty()
        && outside == 0
        && clock.isVirtual()
        && inbox.isEmpty();
  }

  /** Takes one turn; waits before it if there is nothing to do. */
  public void turn() {
    takeInbox();
    if (ready.size() == 0) {
      sleep();
      takeInbox();
    }
    if (!timers.isEmpty()) {
      long now = clock.nanoTime();
      while (!timers.isEmpty() && timers.firstDeadline() <= now) {
        ready.add(timers.removeFirst());
      }
    }
    if (order != null) {
      runBatch(order);
      return;
    }
    for (int left = ready.size(); left > 0; left--) {
      ready.remove().turn();
    }
  }

  private void runBatch(TurnOrder order) {
    for (int left = ready.size(); left > 0; left--) {
      int chosen = Objects.checkIndex(order.next(left), left);
      // Callbacks, and what other threads bring, stay in order among themselves.
      ready.removeAt(ready.firstEntryFor(chosen)).turn();
    }
  }

  private void takeInbox() {
    if (inbox.isEmpty()) {
      return;
    }
    Inbox.Entry entry = inbox.removeAll();
    while (entry != null) {
      Inbox.Entry after = Inbox.next(entry);
      ready.add(entry);
      entry = after;
    }
  }

  private void sleep() {
    long deadline = timers.isEmpty() ? Clock.NEVER : timers.firstDeadline();
    if (deadline <= clock.nanoTime()) {
      return;
    }
    asleep = Thread.currentThread();
    if (inbox.isEmpty()) {
      clock.park(deadline, outside > 0);
    }
    asleep = null;
  }

  /** Returns whether nothing will be taken in any more. */
  public boolean isClosed() {
    return closed;
  }

  /** Takes nothing in any more, and drops what is left. */
  public void close() {
    closed = true;
    Inbox.Entry entry = inbox.close();
    while (entry != null) {
      Inbox.Entry after = Inbox.next(entry);
      entry.dropped();
      entry = after;
    }
  }
}
