package dev.fermata;

import dev.fermata.internal.task.Settings;
import dev.fermata.internal.task.WorkerGroup;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Event loops that run side by side, each in a thread of its own: one for each core, say. All of it
 * is for any thread.
 *
 * <p>A task stays on the loop on which it is started, and what is confined to that loop needs no
 * lock. Tasks of one loop, of the group or not, may await what belongs to another one. What they
 * share beyond that has to be safe for threads: immutable, or of {@code java.util.concurrent}.
 *
 * <pre>{@code
 * try (LoopGroup group = LoopGroup.open()) {
 *   Task<Report> report = group.start(analyse(file));
 *   return report.join();
 * }
 * }</pre>
 *
 * <p>The threads keep the JVM running until the group is closed. A failure that is fatal, as a
 * {@link VirtualMachineError}, closes the loop that it leaves, and no other one; so does an
 * interrupt of a loop's thread.
 *
 * <p>asyncio has nothing like it.
 */
public sealed interface LoopGroup extends AutoCloseable permits WorkerGroup {
  /** Opens as many loops as there are cores, with the usual settings. */
  static LoopGroup open() {
    return open(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Opens a number of loops with the usual settings. {@link EventLoop.Builder#openGroup} does so
   * with others.
   *
   * @throws IllegalArgumentException if it is less than one
   */
  static LoopGroup open(int loops) {
    return new Settings().openGroup(loops);
  }

  /** Returns all loops, always in the same order. */
  List<EventLoop> loops();

  /** Returns one loop after the other. */
  EventLoop next();

  /**
   * Returns the loop with the fewest tasks that are not done, waiting ones included; among equals,
   * one after the other.
   */
  EventLoop leastLoaded();

  /**
   * Returns the loop for a key, always the same one for equal keys. So what belongs to the key can
   * be confined to one loop.
   */
  EventLoop forKey(Object key);

  /**
   * Starts a coroutine as a task on {@link #leastLoaded}.
   *
   * @throws java.util.concurrent.RejectedExecutionException if that is closed
   */
  <T> Task<T> start(Coroutine<T> coroutine);

  /**
   * Starts a coroutine as a task with a name.
   *
   * @see #start(Coroutine)
   */
  <T> Task<T> start(Coroutine<T> coroutine, String name);

  /**
   * Begins to shut the loops down, each as {@link EventLoop#run} does. They are closed when nothing
   * is left in any of them: until then, what is cleaned up in one may await another one. The first
   * time counts.
   *
   * @return is done when all are closed; fails with what has left one of them, if it was something
   *     fatal
   */
  CompletableFuture<@Nullable Void> shutdown();

  /**
   * Shuts the loops down, and waits for that.
   *
   * @throws IllegalStateException on the thread of a loop, of this group or not, which it would
   *     block: there, {@link #shutdown} is to be awaited
   * @throws CancelledError if this thread is interrupted; the loops are shut down all the same
   */
  @Override
  void close();
}
