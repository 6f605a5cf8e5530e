package dev.fermata.internal.task;

import dev.fermata.internal.flight.Flight;
import org.jspecify.annotations.Nullable;

/** What is noted of a loop, for debug mode and for recordings; nothing as long as nobody asks. */
final class Observing {
  private final Loop loop;
  private final SlowTurns slowTurns;
  private boolean debug;
  private boolean recorded;

  /** Other threads ask it. */
  private volatile @Nullable StepLog log;

  Observing(Loop loop) {
    this.loop = loop;
    this.slowTurns = new SlowTurns(loop);
  }

  SlowTurns slowTurns() {
    return slowTurns;
  }

  StepLog.LongestWait longestWait() {
    StepLog present = log;
    return present == null ? StepLog.LongestWait.NONE : present.longestWait();
  }

  void setDebug(boolean next) {
    debug = next;
    apply(null);
  }

  /** Between two turns: sees whether a recording has begun or ended. */
  void look() {
    if (Flight.isOn(Dumps::ofAll) != recorded) {
      recorded = !recorded;
      apply(recorded ? new TaskRecorder(loop) : null);
    }
  }

  private void apply(@Nullable TaskRecorder recorder) {
    boolean wanted = debug || recorded;
    StepLog present = log;
    if (present == null && wanted) {
      present = new StepLog(loop);
    }
    if (present != null && (recorder != null || !recorded)) {
      present.setRecorder(recorder);
    }
    if (recorder != null || !recorded) {
      slowTurns.setRecorder(recorder);
    }
    slowTurns.setLogging(debug);
    log = wanted ? present : null;
    loop.execution().setLog(log);
    loop.scheduler().measure(wanted ? slowTurns : null);
  }
}
