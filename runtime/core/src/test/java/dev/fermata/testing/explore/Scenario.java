package dev.fermata.testing.explore;

/**
 * A program that can be run as often as one likes: it makes all that it uses anew, names who takes
 * part, and says what is to hold in the end, whatever happens to them.
 *
 * <pre>{@code
 * Scenario handOver =
 *     stage -> {
 *       AsyncLock lock = new AsyncLock();
 *       stage.participant("first", () -> with(stage.await(lock.acquire()), held -> stage.await(sleep(s(1)))));
 *       stage.participant("second", () -> with(stage.await(lock.acquire()), held -> stage.await(sleep(s(1)))));
 *       stage.invariant("the lock is free", () -> !lock.isLocked());
 *     };
 * }</pre>
 */
@FunctionalInterface
public interface Scenario {
  /**
   * Prepares a run, in a task that is not interfered with. The participants start when it is done.
   *
   * @throws Throwable whatever it likes; then the run has failed
   */
  void prepare(Stage stage) throws Throwable;
}
