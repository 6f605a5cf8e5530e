package dev.fermata.management;

/** An event loop as tools see it. All of it was so a moment ago. */
public interface LoopInfo {
  /** Returns its name. */
  String getName();

  /** Returns the name of the thread that runs it; empty if none does. */
  String getThreadName();

  /** Returns how many tasks it has that are not done. */
  int getTaskCount();

  /** Returns whether it is in debug mode. */
  boolean isDebug();

  /**
   * Returns how many steps and callbacks have taken longer than {@code slowCallbackDuration}, while
   * it was in debug mode or recorded.
   */
  long getSlowTurnCount();

  /**
   * Returns the name of the task that waits for longest; empty if none does, or if the loop is
   * neither in debug mode nor recorded: else nobody notes the time.
   */
  String getLongestWaiting();

  /** Returns for how many milliseconds that task waits; 0 if there is none. */
  long getLongestWaitMillis();
}
