package dev.fermata.testing.explore;

import dev.fermata.AsyncAction;
import dev.fermata.Clock;
import dev.fermata.Coroutines;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.ReturnWhen;
import dev.fermata.Task;
import dev.fermata.Tasks;
import dev.fermata.internal.task.Loop;
import dev.fermata.testing.Programs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run of a scenario, under a plan. */
final class Run {
  /** How many turns what the last task has left behind may take to settle. */
  private static final int SETTLING = 10;

  private final Scenario scenario;
  private final Plan plan;
  private final Moments moments;
  private final Stage stage;
  private final Outside outside = new Outside();
  private final List<String> complaints = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private int landed;

  Run(Scenario scenario, Plan plan, int limit) {
    this.scenario = scenario;
    this.plan = plan;
    this.moments = new Moments(plan.order(), outside, limit, this::strike);
    this.stage = new Stage(moments, outside);
  }

  /** Runs it, and looks whether all is well. */
  void go() {
    try (EventLoop.Runner runner =
        EventLoop.builder()
            .clock(moments)
            .order(moments)
            .executor(outside)
            .debug(true)
            .exceptionHandler((loop, report) -> reported(report))
            .open()) {
      runner.run(Programs.act(this::main));
    } catch (Throwable failure) {
      complain(failure.toString(), failure);
    } finally {
      moments.end();
    }
  }

  private void main() throws Throwable {
    scenario.prepare(stage);
    Task<?> mine = Tasks.current();
    List<Task<?>> left = new ArrayList<>();
    Set<Task<?>> spared = new HashSet<>(Set.of(mine));
    for (Participant helper : stage.helpers()) {
      spared.add(helper.start(Clock.NEVER));
    }
    moments.begin(spared, stage.participants());
    for (Participant participant : stage.participants()) {
      long deadline = deadlineOf(participant);
      left.add(participant.start(deadline));
      if (deadline != Clock.NEVER) {
        stage.struck(participant.name());
      }
    }
    left.addAll(spared);
    left.remove(mine);
    while (!left.isEmpty()) {
      Coroutines.await(Tasks.wait(left, ReturnWhen.ALL_COMPLETED));
      left = new ArrayList<>(Tasks.all());
      left.remove(mine);
    }
    moments.end();
    AsyncAction last = stage.afterwards();
    if (last != null) {
      last.run();
    }
    settle();
    check();
  }

  private long deadlineOf(Participant participant) {
    return plan.strikes().stream()
        .filter(strike -> strike.kind() == Strike.Kind.DEADLINE)
        .filter(strike -> strike.task().equals(participant.name()))
        .mapToLong(Strike::at)
        .findFirst()
        .orElse(Clock.NEVER);
  }

  private boolean strike(int moment) {
    boolean any = false;
    for (Strike strike : plan.strikes()) {
      if (strike.isAt(moment) && strike(strike)) {
        any = true;
        landed++;
        stage.struck(strike.task());
      }
    }
    return any;
  }

  private boolean strike(Strike strike) {
    for (Participant participant : stage.participants()) {
      if (participant.name().equals(strike.task())) {
        return strike.kind() == Strike.Kind.EXPIRE
            ? participant.expire(moments.nanoTime())
            : participant.cancel();
      }
    }
    return Tasks.all().stream()
        .filter(task -> task.name().equals(strike.task()))
        .findFirst()
        .map(task -> task.cancel(strike.toString()))
        .orElse(false);
  }

  private void settle() {
    while (outside.runOne()) {
      // What nobody waits for any more has to end as well.
    }
    for (int i = 0; i < SETTLING && !loop().scheduler().isIdle(); i++) {
      Coroutines.await(Coroutines.yieldNow());
    }
  }

  private void check() {
    for (List<Participant> all : List.of(stage.participants(), stage.helpers())) {
      for (Participant one : all) {
        one.complaint().ifPresent(text -> complain(text, one.failure()));
      }
    }
    stage
        .invariants()
        .forEach(
            (what, holds) -> {
              if (!holds.getAsBoolean()) {
                complaints.add("does not hold: " + what);
              }
            });
    if (!loop().scheduler().isIdle()) {
      complaints.add("the loop is left with a callback, a timer or something outside");
    }
    if (!loop().execution().generators().isEmpty()) {
      complaints.add("generators are left open: " + loop().execution().generators());
    }
  }

  private static Loop loop() {
    return (Loop) EventLoop.current();
  }

  private void reported(ExceptionContext report) {
    // A coroutine that was given to a task which is cancelled before its first step is not awaited.
    boolean isHarmless = report.message().endsWith(" was never awaited");
    if (!isHarmless && !stage.mayBeReported(report.exception())) {
      complain("was reported: " + report.message() + ": " + report.exception(), report.exception());
    }
  }

  private void complain(String text, @Nullable Throwable failure) {
    complaints.add(text);
    if (failure != null) {
      failures.add(failure);
    }
  }

  Moments moments() {
    return moments;
  }

  List<Participant> participants() {
    return stage.participants();
  }

  /** Returns how many strikes found their task alive. */
  int landed() {
    return landed;
  }

  boolean isWell() {
    return complaints.isEmpty();
  }

  /** Throws if all is not well. */
  void verify() {
    if (isWell()) {
      return;
    }
    StringBuilder text = new StringBuilder("[" + plan + "]");
    complaints.forEach(complaint -> text.append("\n  ").append(complaint));
    stage.log().forEach(line -> text.append("\n    ").append(line));
    text.append("\n  CancelEverywhere.replay(scenario, \"" + plan + "\") runs it again");
    AssertionError error = new AssertionError(text.toString());
    failures.forEach(error::addSuppressed);
    throw error;
  }
}
