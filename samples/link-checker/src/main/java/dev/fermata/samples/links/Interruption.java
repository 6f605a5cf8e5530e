package dev.fermata.samples.links;

import java.util.concurrent.CountDownLatch;

/**
 * Turns Ctrl-C into an interrupt of the thread that works, and lets it finish what it does about
 * that before the JVM ends.
 */
final class Interruption {
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Thread worker) {
    hook = new Thread(() -> interrupt(worker), "interruption");
  }

  /** Begins to listen for Ctrl-C. */
  static Interruption of(Thread worker) {
    Interruption interruption = new Interruption(worker);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void interrupt(Thread worker) {
    worker.interrupt();
    try {
      finished.await();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that the work is finished. */
  void finish() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The JVM ends already, because of Ctrl-C; the hook lets it go on.
    }
  }
}
