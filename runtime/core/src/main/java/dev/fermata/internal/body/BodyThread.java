package dev.fermata.internal.body;

import dev.fermata.Coroutines;
import dev.fermata.internal.task.Failures;
import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.Running;
import dev.fermata.internal.task.Threads;
import dev.fermata.machine.Bodies.Original;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The thread of an original body. It and the thread that steps its machine hand each other a baton:
 * one of the two runs, the other one waits. So it may act for the loop's thread.
 */
final class BodyThread {
  private static final ThreadLocal<@Nullable BodyThread> CURRENT = new ThreadLocal<>();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /**
   * How often a body that is unwound may wait nevertheless, before its thread is left to itself.
   */
  private static final int MOST_REFUSALS = 1000;

  private final Original<?> body;
  private final boolean generator;
  private final Loop loop = Loop.current();
  private final Runnable unwinding = this::unwind;
  private @Nullable Thread thread;

  /** Whether the body runs. Writing it hands over all of the fields below. */
  private volatile boolean bodyRuns;

  private @Nullable Thread stepper;
  private Running running = Running.onThisThread();
  private @Nullable Object answer;
  private @Nullable Throwable failure;
  private @Nullable Request request;

  BodyThread(Original<?> body, boolean generator) {
    this.body = body;
    this.generator = generator;
  }

  /** Returns the one that is running this code, or null. */
  static @Nullable BodyThread current() {
    return CURRENT.get();
  }

  boolean isGenerator() {
    return generator;
  }

  /**
   * Lets the body run until it wants something.
   *
   * @param value what it waited for
   * @param thrown what to throw there instead, or null
   */
  Request resume(@Nullable Object value, @Nullable Throwable thrown) {
    answer = value;
    failure = thrown;
    running = Running.onThisThread();
    stepper = Thread.currentThread();
    bodyRuns = true;
    Thread present = thread;
    if (present == null) {
      present = Threads.unstarted(this::run, "fermata-body-" + NUMBER.incrementAndGet());
      thread = present;
      loop.addLeftover(unwinding);
      present.start();
    } else {
      LockSupport.unpark(present);
    }
    waitUntil(false);
    Request wanted = request;
    request = null;
    if (wanted == null) {
      throw new IllegalStateException("the thread of a body has ended unexpectedly");
    }
    if (wanted instanceof Request.Returned || wanted instanceof Request.Threw) {
      loop.removeLeftover(unwinding);
    }
    return wanted;
  }

  /** In the thread of the body: asks for something and waits for the answer. */
  @Nullable Object ask(Request wanted) {
    handBack(wanted);
    waitUntil(true);
    Running.actFor(running);
    Throwable thrown = failure;
    Object value = answer;
    failure = null;
    answer = null;
    if (thrown != null) {
      throw Failures.sneak(thrown);
    }
    return value;
  }

  private void handBack(Request wanted) {
    request = wanted;
    Thread waiting = stepper;
    bodyRuns = false;
    LockSupport.unpark(waiting);
  }

  private void waitUntil(boolean runs) {
    boolean interrupted = false;
    while (bodyRuns != runs) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    CURRENT.set(this);
    Running.actFor(running);
    Throwable thrown = failure;
    failure = null;
    Request last;
    try {
      if (thrown != null) {
        throw thrown;
      }
      last = new Request.Returned(body.run());
    } catch (Throwable failed) {
      last = new Request.Threw(failed);
    }
    handBack(last);
  }

  /** Returns where in the source the body waits; {@code otherwise} if that is not known. */
  StackTraceElement place(StackTraceElement otherwise) {
    Thread waiting = thread;
    StackTraceElement[] frames =
        waiting == null ? new StackTraceElement[0] : waiting.getStackTrace();
    for (StackTraceElement frame : frames) {
      if (!isOurs(frame.getClassName())) {
        return frame;
      }
    }
    return otherwise;
  }

  private static boolean isOurs(String className) {
    return className.startsWith("java.")
        || className.startsWith("jdk.")
        || className.startsWith("dev.fermata.internal.")
        || className.equals(Coroutines.class.getName());
  }

  /** Ends a body that waits, and that nothing will resume any more. */
  private void unwind() {
    for (int refused = 0; refused < MOST_REFUSALS; refused++) {
      Request wanted = resume(null, new Abandoned());
      if (wanted instanceof Request.Returned || wanted instanceof Request.Threw) {
        return;
      }
    }
  }
}
