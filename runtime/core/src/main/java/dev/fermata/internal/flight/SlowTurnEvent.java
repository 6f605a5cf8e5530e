package dev.fermata.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** A step of a task, or a callback, that has kept its event loop. */
@Name("dev.fermata.SlowTurn")
@Label("Slow Turn")
@Description("A step of a task, or a callback, that has kept its event loop")
@Category("Fermata")
@StackTrace(false)
@Threshold("20 ms")
public final class SlowTurnEvent extends Event {
  /** The name of the task. */
  @Label("Task")
  public @Nullable String task;

  /** The name of its loop. */
  @Label("Event Loop")
  public @Nullable String loop;

  /** Makes one. */
  public SlowTurnEvent() {}
}
