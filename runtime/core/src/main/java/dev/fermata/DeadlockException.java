package dev.fermata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tasks wait, and nothing can ever wake them. {@link EventLoop#run} throws it, after its cleanup.
 *
 * <p>A loop is known to be stuck when it has nothing to do, no timer, nothing is under way outside
 * that it waits for (a call in a thread, a stage, a publisher), and
 *
 * <ul>
 *   <li>its clock is {@linkplain Clock#isVirtual virtual}, or
 *   <li>it is the loop of an {@link EventLoop#run} of which no other thread can know: neither was
 *       {@link EventLoop#current} called in it, nor {@link Deferred#loop} or {@link
 *       Deferred#toCompletableFuture}. Interrupts and signals do not count: a program that is to
 *       wait for nothing else awaits a promise of its loop.
 * </ul>
 *
 * <p>Tasks that wait for each other in a circle are reported to the exception handler in any other
 * loop, too, whatever else it has to do, although something could still cancel one of them: when
 * they have done so for ten to twenty seconds; in debug mode after one or two, or at once if the
 * loop has nothing to do. They are not if a time limit is set that will cancel one.
 *
 * <p>The message has it all: who waits for what, who has that, and where. {@link #waiting} and
 * {@link #circle} have the same for programs.
 */
public class DeadlockException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Both are of the loop, and not for another process. */
  private final transient @Nullable List<Waiting> waiting;

  private final transient @Nullable List<Task<?>> circle;

  /**
   * Makes one.
   *
   * @param message lists the tasks and where they wait
   */
  public DeadlockException(String message) {
    this(message, List.of(), List.of());
  }

  /**
   * Makes one.
   *
   * @param message lists the tasks and where they wait
   * @param waiting the tasks
   * @param circle tasks of which each waits for the next, and the last for the first
   */
  public DeadlockException(String message, List<Waiting> waiting, List<Task<?>> circle) {
    super(message);
    this.waiting = List.copyOf(waiting);
    this.circle = List.copyOf(circle);
  }

  /** Returns who waits, in the order in which the tasks were started. */
  public List<Waiting> waiting() {
    return waiting == null ? List.of() : waiting;
  }

  /**
   * Returns tasks of which each waits for something that the next one holds or is, and the last for
   * the first; empty if there are none, as when all wait for a signal that nobody is left to give.
   */
  public List<Task<?>> circle() {
    return circle == null ? List.of() : circle;
  }

  /**
   * A task that waits.
   *
   * @param task the task
   * @param awaited says what it waits for, and who holds that
   * @param needs the tasks that would have to do something: those that are awaited, or that hold
   *     what is waited for
   * @param stack where it waits, as {@link Task#stack}
   */
  public record Waiting(
      Task<?> task, String awaited, List<Task<?>> needs, List<StackTraceElement> stack) {}
}
