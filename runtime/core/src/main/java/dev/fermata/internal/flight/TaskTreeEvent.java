package dev.fermata.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** The tasks of all loops at one moment. */
@Name("dev.fermata.TaskTree")
@Label("Task Tree")
@Description("The tasks of all event loops at one moment")
@Category("Fermata")
@StackTrace(false)
@Enabled(false)
@Period("10 s")
public final class TaskTreeEvent extends Event {
  /** What a dump writes. */
  @Label("Tasks")
  public @Nullable String tasks;

  /** Makes one. */
  public TaskTreeEvent() {}
}
