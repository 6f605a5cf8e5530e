package dev.fermata.internal.loop;

import dev.fermata.Clock;
import dev.fermata.TurnOrder;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes turns. All but {@link #post} and {@link #wake} is for the thread of the loop.
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

  /** What wakes the loop, as long as it may be asleep. Whoever takes it out calls it. */
  private final AtomicReference<@Nullable Runnable> sleeper = new AtomicReference<>();

  /** What wakes the thread that has slept last. */
  private @Nullable Unpark unpark;

  /** Is told how long each turn took; mostly nobody wants to know. */
  private @Nullable Stopwatch stopwatch;

  /** How many things are under way outside that will post something. */
  private int outside;

  /** How many entries a turn that was cut short has still to run. */
  private int left;

  /** The time when it has last looked. */
  private long lastTime;

  /** When it is to take a turn though there be nothing to do. */
  private long wakeBy = Clock.NEVER;

  /** It rests between two slices. */
  private boolean resting;

  private boolean closed;

  /** Measures what takes its turn. */
  public interface Stopwatch {
    /** Is told that something is about to take its turn. */
    void begins(Ready ready);

    /** Is told that something has taken its turn. */
    void took(Ready ready, long nanos);
  }

  /**
   * Makes a scheduler that goes by {@code clock}.
   *
   * @param order who goes first in a turn; null for what has been ready for longest
   */
  public Scheduler(Clock clock, @Nullable TurnOrder order) {
    this.clock = clock;
    this.order = order;
  }

  /** Measures each turn from the next one of the loop on; null for an end of that. */
  public void measure(@Nullable Stopwatch by) {
    stopwatch = by;
  }

  /** Returns the time. */
  public long time() {
    return clock.nanoTime();
  }

  /** Returns the time when it has last looked, for a timer or about a sleep. */
  public long lastTime() {
    return lastTime;
  }

  private long look() {
    lastTime = clock.nanoTime();
    return lastTime;
  }

  /** Has {@code next} take its turn in the next one of the loop. */
  public void add(Ready next) {
    ready.add(next);
  }

  /** Makes {@code timer} ready at {@code deadline}. */
  public void addTimer(Timer timer, long deadline) {
    timers.add(timer, deadline);
    if (resting) {
      wake(); // to rest until this deadline, if it is the first one
    }
  }

  /** Returns when {@code timer} is due; {@link Clock#NEVER} if it is not to come. */
  public long deadline(Timer timer) {
    return timers.deadline(timer);
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
    wake();
    return true;
  }

  /** Ends the sleep of the loop, if it is asleep, or its rest. For any thread. */
  void wake() {
    if (sleeper.get() != null) {
      Runnable waker = sleeper.getAndSet(null);
      if (waker != null) {
        waker.run();
      }
    }
  }

  /**
   * Has it take a turn at a time, even if there is nothing to do then. Not for a virtual clock,
   * which would jump there; and a loop that rests between slices does not hear of it.
   *
   * @param time takes the place of the last one; {@link Clock#NEVER} for none
   */
  public void wakeBy(long time) {
    wakeBy = time;
  }

  /** Something begins outside that will post one entry. */
  public void outsideBegins() {
    outside++;
  }

  /** Something outside has posted its entry, or is not waited for any more. */
  public void outsideEnds() {
    outside--;
  }

  /** Returns whether there is nothing to do, no timer, and nothing under way outside. */
  public boolean isIdle() {
    return ready.size() == 0 && hasNoTimer() && outside == 0 && inbox.isEmpty();
  }

  /** One that is set to the end of time comes there by no clock; a virtual one would jump there. */
  private boolean hasNoTimer() {
    return timers.isEmpty() || (clock.isVirtual() && timers.firstDeadline() == Clock.NEVER);
  }

  /** Returns whether something is to take its turn now. */
  public boolean hasReady() {
    return ready.size() > 0;
  }

  /** Returns whether there is a timer, not yet due, for which {@code condition} holds. */
  public boolean hasTimer(Predicate<Timer> condition) {
    return timers.hasAny(condition);
  }

  /** Returns whether its time is virtual. */
  public boolean isVirtual() {
    return clock.isVirtual();
  }

  /** Returns what is to take its turn, in this one of the loop or in the next. */
  public Set<Ready> ready() {
    return ready.toSet();
  }

  /** Takes one turn; waits before it if there is nothing to do. */
  public void turn() {
    takeInbox();
    if (ready.size() == 0) {
      sleep();
      takeInbox();
    }
    takeTimers();
    if (order != null || stopwatch != null) {
      for (int more = ready.size(); more > 0; more--) {
        run(next(more));
      }
      return;
    }
    for (int more = ready.size(); more > 0; more--) {
      ready.remove().turn();
    }
  }

  private Ready next(int among) {
    if (order == null) {
      return ready.remove();
    }
    int chosen = Objects.checkIndex(order.next(among), among);
    // Callbacks, and what other threads bring, stay in order among themselves.
    return ready.removeAt(ready.firstEntryFor(chosen));
  }

  private void run(Ready next) {
    Stopwatch watch = stopwatch;
    if (watch == null) {
      next.turn();
    } else {
      watch.begins(next);
      long start = clock.nanoTime();
      next.turn();
      watch.took(next, clock.nanoTime() - start);
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

  private void takeTimers() {
    if (!timers.isEmpty()) {
      long now = look();
      while (!timers.isEmpty() && timers.firstDeadline() <= now) {
        ready.add(timers.removeFirst());
      }
    }
  }

  private long nextDeadline() {
    return timers.isEmpty() ? Clock.NEVER : timers.firstDeadline();
  }

  private void sleep() {
    long deadline = nextDeadline();
    if (deadline <= look()) {
      return;
    }
    ready.trim();
    Thread thread = Thread.currentThread();
    if (unpark == null || unpark.thread != thread) {
      unpark = new Unpark(thread);
    }
    sleeper.set(unpark);
    if (inbox.isEmpty()) {
      clock.park(Math.min(deadline, wakeBy), outside > 0);
    }
    sleeper.set(null);
    if (timers.isEmpty()) {
      look(); // else it does so for them
    }
  }

  /**
   * Takes as many turns as fit into a slice, without waiting. The last one may be cut short, and is
   * gone on with in the next slice.
   *
   * @param most how many entries may run
   * @param nanos how long they may take; the one that runs then is not interrupted
   * @return whether there is more to do now
   */
  boolean slice(int most, long nanos) {
    resting = false;
    ready.unwatch();
    long end = clock.nanoTime() + nanos;
    for (int ran = 0; ran < most; ran++) {
      if (left == 0) {
        takeInbox();
        takeTimers();
        left = ready.size();
        if (left == 0) {
          return false;
        }
      }
      Ready next = next(left);
      left--;
      run(next);
      if (clock.nanoTime() - end >= 0) {
        break;
      }
    }
    return ready.size() > 0 || !inbox.isEmpty() || nextDeadline() <= clock.nanoTime();
  }

  /**
   * Rests until there is something to do. Nothing is to be done now.
   *
   * @param waker what to call then, once, in any thread
   * @return when it is to be woken for a timer, or {@link Clock#NEVER}; now, if a virtual clock has
   *     jumped there
   */
  long rest(Runnable waker) {
    long deadline = nextDeadline();
    if (clock.isVirtual() && deadline != Clock.NEVER && outside == 0 && inbox.isEmpty()) {
      clock.park(deadline, false);
    }
    ready.trim();
    ready.watch(this::wake);
    resting = true;
    sleeper.set(waker);
    if (!inbox.isEmpty()) {
      wake();
    }
    return deadline;
  }

  /** Lets a virtual clock reach a time that has passed outside. */
  void reach(long deadline) {
    if (clock.isVirtual() && clock.nanoTime() < deadline) {
      clock.park(deadline, false);
    }
  }

  /** Returns whether nothing will be taken in any more. */
  public boolean isClosed() {
    return closed;
  }

  /** Takes nothing in any more, and drops what is left. */
  public void close() {
    closed = true;
    sleeper.set(null);
    ready.unwatch();
    Inbox.Entry entry = inbox.close();
    while (ready.size() > 0) {
      if (ready.remove() instanceof Inbox.Entry taken) {
        taken.dropped();
      }
    }
    while (entry != null) {
      Inbox.Entry after = Inbox.next(entry);
      entry.dropped();
      entry = after;
    }
  }

  private record Unpark(Thread thread) implements Runnable {
    @Override
    public void run() {
      LockSupport.unpark(thread);
    }
  }
}
