package dev.fermata.internal.body;

import dev.fermata.internal.task.Threads;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What two threads hand to each other, with a value or a failure: the one that has it runs, the
 * other one waits. All that the one did is seen by the other.
 */
final class Baton {
  private final Thread body;
  private boolean started;
  private @Nullable Thread stepper;
  private @Nullable Object value;
  private @Nullable Throwable failure;

  /** Whether the body has it. Writing it hands over everything else. */
  private volatile boolean inBody;

  /** Makes one for a new thread that does {@code action} when it is first given the baton. */
  Baton(Runnable action, String name) {
    body = Threads.unstarted(action, name);
  }

  Thread body() {
    return body;
  }

  /** For the stepper: gives it to the body, and waits until it is back. */
  @Nullable Object give(@Nullable Object given, @Nullable Throwable thrown) throws Throwable {
    stepper = Thread.currentThread();
    value = given;
    failure = thrown;
    inBody = true;
    if (started) {
      LockSupport.unpark(body);
    } else {
      started = true;
      body.start();
    }
    waitUntil(false);
    return take();
  }

  /** For the body: gives it back, and waits until it is given again. */
  @Nullable Object giveBack(@Nullable Object given, @Nullable Throwable thrown) throws Throwable {
    leave(given, thrown);
    waitUntil(true);
    return take();
  }

  /** For the body: gives it back for good. */
  void leave(@Nullable Object given, @Nullable Throwable thrown) {
    value = given;
    failure = thrown;
    Thread waiting = stepper;
    inBody = false;
    LockSupport.unpark(waiting);
  }

  private @Nullable Object take() throws Throwable {
    Object taken = value;
    Throwable thrown = failure;
    value = null;
    failure = null;
    if (thrown != null) {
      throw thrown;
    }
    return taken;
  }

  private void waitUntil(boolean body) {
    boolean interrupted = false;
    while (inBody != body) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
