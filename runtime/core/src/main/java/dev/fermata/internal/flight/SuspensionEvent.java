package dev.fermata.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** A wait of a task. */
@Name("dev.fermata.Suspension")
@Label("Suspension")
@Description("A wait of a task")
@Category("Fermata")
@StackTrace(false)
@Threshold("20 ms")
public final class SuspensionEvent extends Event {
  /** The name of the task. */
  @Label("Task")
  public @Nullable String task;

  /** The name of its loop. */
  @Label("Event Loop")
  public @Nullable String loop;

  /** What it has waited for. */
  @Label("Waited For")
  public @Nullable String waitedFor;

  /** The innermost await that is not of the runtime. */
  @Label("Place")
  public @Nullable String place;

  /** All awaits that it was in, innermost first, one a line. */
  @Label("Await Stack")
  public @Nullable String awaitStack;

  /** Makes one. */
  public SuspensionEvent() {}
}
