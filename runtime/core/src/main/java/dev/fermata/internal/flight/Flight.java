package dev.fermata.internal.flight;

import java.util.function.Supplier;
import jdk.jfr.FlightRecorder;

/**
 * Says whether anything of ours is recorded. As long as nothing is, it does not load the events,
 * which would take far longer than a small program does; and it works without the module {@code
 * jdk.jfr}.
 */
public final class Flight {
  private static final boolean PRESENT = isPresent();

  private Flight() {}

  private static boolean isPresent() {
    try {
      Class.forName("jdk.jfr.FlightRecorder", false, Flight.class.getClassLoader());
      return Flight.class.getModule().canRead(FlightRecorder.class.getModule());
    } catch (ClassNotFoundException | LinkageError notThere) {
      return false;
    }
  }

  /**
   * Returns whether there is a recording that wants any of our events.
   *
   * @param trees gives the text for {@link TaskTreeEvent}, in any thread
   */
  public static boolean isOn(Supplier<String> trees) {
    return PRESENT && FlightRecorder.isInitialized() && Events.areOn(trees);
  }

  /** Is initialised when a recording is there. */
  private static final class Events {
    private static final TaskEvent TASK = new TaskEvent();
    private static final SuspensionEvent SUSPENSION = new SuspensionEvent();
    private static final SlowTurnEvent SLOW_TURN = new SlowTurnEvent();
    private static final CancellationEvent CANCELLATION = new CancellationEvent();
    private static boolean growing;

    static boolean areOn(Supplier<String> trees) {
      growTrees(trees);
      return TASK.isEnabled()
          || SUSPENSION.isEnabled()
          || SLOW_TURN.isEnabled()
          || CANCELLATION.isEnabled();
    }

    private static void growTrees(Supplier<String> trees) {
      if (growing) {
        return;
      }
      synchronized (Events.class) {
        if (!growing) {
          growing = true;
          FlightRecorder.addPeriodicEvent(TaskTreeEvent.class, () -> write(trees));
        }
      }
    }

    private static void write(Supplier<String> trees) {
      TaskTreeEvent event = new TaskTreeEvent();
      event.tasks = trees.get();
      event.commit();
    }
  }
}
