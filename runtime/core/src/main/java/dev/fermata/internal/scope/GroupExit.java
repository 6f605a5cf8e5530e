package dev.fermata.internal.scope;

import dev.fermata.CancelledError;
import dev.fermata.TaskGroup;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import org.jspecify.annotations.Nullable;

/** Waits for the tasks of a group, whatever happens. */
final class GroupExit extends CoroutineMachine<Void> {
  private static final Body BODY = Body.implied(TaskGroup.class, "exit", "TaskGroup.java");

  private final LoopTaskGroup group;
  private final @Nullable Throwable ofBody;

  /** The cancellation to throw in the end, unless it turns out to be the group's own. */
  private @Nullable CancelledError outside;

  /** The last cancellation that came while it waited. */
  private @Nullable CancelledError absorbed;

  GroupExit(LoopTaskGroup group, @Nullable Throwable ofBody) {
    this.group = group;
    this.ofBody = ofBody;
  }

  @Override
  protected @Nullable Object step(
      Execution execution, @Nullable Object awaited, @Nullable Throwable failure) throws Throwable {
    if (state == 0) {
      state = 1;
      outside = ofBody instanceof CancelledError cancelled ? cancelled : null;
      group.bodyEnded(ofBody);
    } else if (failure instanceof CancelledError cancelled) {
      absorbed = cancelled;
      if (group.abortOnce(cancelled)) {
        outside = cancelled;
      }
    }
    Release allDone = group.allDone();
    if (allDone != null) {
      return execution.await(allDone, this);
    }
    group.finish(ofBody, outside, absorbed);
    return null;
  }

  @Override
  protected Body body() {
    return BODY;
  }
}
