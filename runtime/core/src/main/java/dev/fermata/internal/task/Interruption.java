package dev.fermata.internal.task;

import dev.fermata.Cancellation;
import dev.fermata.Cancellation.Source;
import dev.fermata.CancelledError;
import dev.fermata.SignalInterrupt;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What signals do to a program while it runs: the first one cancels it, the second one leaves its
 * loop, and one after that, or if the loop has not even heard of the first one, does what it always
 * does: it ends the JVM.
 */
final class Interruption implements AutoCloseable {
  private final LoopTask<?> main;
  private final LoopThread.Stop stop;
  private final AtomicInteger signals = new AtomicInteger();

  /** The first signal, once the loop has heard of it. */
  private volatile @Nullable OsSignal heard;

  private Interruption(LoopTask<?> main, LoopThread.Stop stop) {
    this.main = main;
    this.stop = stop;
  }

  /**
   * Begins to listen for signals.
   *
   * @param main what to cancel
   * @param stop what to reach in order to leave the loop
   * @param wanted whether to listen at all; null: in the main thread, as asyncio does
   */
  static Interruption of(LoopTask<?> main, LoopThread.Stop stop, @Nullable Boolean wanted) {
    Interruption interruption = new Interruption(main, stop);
    if (wanted == null ? isMainThread() : wanted) {
      Signals.begin(interruption);
    }
    return interruption;
  }

  /** The JVM gives this name to the thread that calls {@code main}, and this group. */
  private static boolean isMainThread() {
    Thread thread = Thread.currentThread();
    ThreadGroup group = thread.getThreadGroup();
    return thread.getName().equals("main") && group != null && group.getName().equals("main");
  }

  /**
   * A signal has come.
   *
   * @return false if it is not for this any more
   */
  boolean interrupt(OsSignal signal) {
    int number = signals.incrementAndGet();
    if (number == 1) {
      return main.home().post(() -> cancel(signal));
    }
    return number == 2 && heard != null && main.home().post(stop::turn);
  }

  private void cancel(OsSignal signal) {
    heard = signal;
    main.cancelWith(Cancellation.of(Source.SIGNAL, null, signal.toString(), null));
  }

  /**
   * The loop was left.
   *
   * @throws SignalInterrupt if that, or the end of the program, is due to signals
   */
  void check() {
    OsSignal signal = heard;
    if (signal == null || (main.isDone() && !(main.isCancelled() && main.uncancel() == 0))) {
      return;
    }
    CancelledError cause =
        main.isDone() && main.failure() instanceof CancelledError error ? error : null;
    Thread thread = Thread.currentThread();
    UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
    if (!(handler instanceof Exit)) {
      thread.setUncaughtExceptionHandler(new Exit(handler));
    }
    throw signal.toError(cause);
  }

  /** Listens no more. */
  @Override
  public void close() {
    Signals.end(this);
  }

  /** Ends the JVM as the signal would have done. */
  private record Exit(UncaughtExceptionHandler otherwise) implements UncaughtExceptionHandler {
    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
      if (failure instanceof SignalInterrupt interrupt) {
        System.exit(interrupt.exitStatus());
      }
      otherwise.uncaughtException(thread, failure);
    }
  }
}
