package dev.fermata.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A task was asked to end. */
@Name("dev.fermata.Cancellation")
@Label("Cancellation")
@Description("A task was asked to end")
@Category("Fermata")
@StackTrace(false)
public final class CancellationEvent extends Event {
  /** The name of the task. */
  @Label("Task")
  public @Nullable String task;

  /** The name of its loop. */
  @Label("Event Loop")
  public @Nullable String loop;

  /** What kind of code has asked. */
  @Label("Source")
  public @Nullable String source;

  /** Who has asked, in words. */
  @Label("Asked By")
  public @Nullable String askedBy;

  /** Why, as the call of cancel has said. */
  @Label("Reason")
  public @Nullable String reason;

  /** The calls and awaits from which it was asked, innermost first, one a line; if known. */
  @Label("Asked At")
  public @Nullable String askedAt;

  /** Makes one. */
  public CancellationEvent() {}
}
