package dev.fermata.internal.task;

import dev.fermata.Cancellation;
import dev.fermata.internal.flight.CancellationEvent;
import dev.fermata.internal.flight.SlowTurnEvent;
import dev.fermata.internal.flight.SuspensionEvent;
import dev.fermata.internal.flight.TaskEvent;
import dev.fermata.internal.loop.Ready;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the Flight Recorder what becomes of the tasks of a loop. */
final class TaskRecorder {
  private final Loop loop;
  private final IdentityHashMap<LoopTask<?>, TaskEvent> running = new IdentityHashMap<>();
  private final IdentityHashMap<LoopTask<?>, SuspensionEvent> waiting = new IdentityHashMap<>();
  private SlowTurnEvent turn = new SlowTurnEvent();

  TaskRecorder(Loop loop) {
    this.loop = loop;
  }

  void made(LoopTask<?> task) {
    TaskEvent event = new TaskEvent();
    if (event.isEnabled()) {
      event.begin();
      running.put(task, event);
    }
  }

  /** A task is about to make a step: its stack is still that of the wait. */
  void goesOn(LoopTask<?> task) {
    SuspensionEvent event = waiting.remove(task);
    if (event == null) {
      return;
    }
    event.end();
    if (event.shouldCommit()) {
      List<String> places = task.places(LoopView.INNERMOST, LoopView.OUTERMOST);
      event.task = task.name();
      event.loop = loop.name();
      event.waitedFor = nameOf(task.awaited());
      event.place = UserPlaces.first(places);
      event.awaitStack = String.join("\n", places);
      event.commit();
    }
  }

  /** What a thing is of which the state is not known any more: the wait is over. */
  private static String nameOf(@Nullable Obstacle awaited) {
    if (awaited == null) {
      return "its turn";
    }
    Object thing = awaited.thing();
    String text = thing == null ? awaited.state() : thing.getClass().getSimpleName();
    return (awaited.text() + " " + text).strip();
  }

  void hasStepped(LoopTask<?> task) {
    if (task.isDone()) {
      ended(task);
      return;
    }
    SuspensionEvent event = new SuspensionEvent();
    if (event.isEnabled()) {
      event.begin();
      waiting.put(task, event);
    }
  }

  private void ended(LoopTask<?> task) {
    TaskEvent event = running.remove(task);
    if (event == null) {
      return;
    }
    event.end();
    if (event.shouldCommit()) {
      event.task = task.name();
      event.loop = loop.name();
      Cancellation request = task.cancellation();
      Throwable failure = task.failureUnasked();
      if (task.isCancelled()) {
        event.outcome = "cancelled";
        event.reason = request == null ? null : request.getMessage();
      } else if (failure != null) {
        event.outcome = "failed";
        event.reason = failure.toString();
      } else {
        event.outcome = "returned";
      }
      event.commit();
    }
  }

  void cancelled(LoopTask<?> task) {
    CancellationEvent event = new CancellationEvent();
    Cancellation request = task.cancellation();
    if (request != null && event.shouldCommit()) {
      event.task = task.name();
      event.loop = loop.name();
      event.source = request.source().name();
      event.askedBy = request.getMessage();
      event.reason = request.reason();
      event.askedAt =
          String.join("\n", TaskExecution.lines(request.getStackTrace(), LoopView.INNERMOST));
      event.commit();
    }
  }

  void turnBegins() {
    turn.begin();
  }

  void turnEnds(Ready ready) {
    turn.end();
    if (turn.shouldCommit()) {
      turn.task = ready instanceof LoopTask<?> task ? task.name() : null;
      turn.loop = loop.name();
      turn.commit();
      turn = new SlowTurnEvent();
    }
  }
}
