package dev.fermata.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** A task, from its start to its end. */
@Name("dev.fermata.Task")
@Label("Task")
@Description("A task, from its start to its end")
@Category("Fermata")
@StackTrace(false)
@Threshold("20 ms")
public final class TaskEvent extends Event {
  /** The name of the task. */
  @Label("Task")
  public @Nullable String task;

  /** The name of its loop. */
  @Label("Event Loop")
  public @Nullable String loop;

  /** How it has ended: "returned", "failed" or "cancelled". */
  @Label("Outcome")
  public @Nullable String outcome;

  /** The failure, or who has asked for the cancellation. */
  @Label("Reason")
  public @Nullable String reason;

  /** Makes one. */
  public TaskEvent() {}
}
