package dev.fermata.testing.explore;

import dev.fermata.AsyncAction;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Coroutines;
import dev.fermata.EventLoop;
import dev.fermata.testing.Programs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Where a scenario says who takes part in a run, and what is to hold in the end. */
public final class Stage {
  private final Moments moments;
  private final Outside outside;
  private final List<Participant> participants = new ArrayList<>();
  private final List<Participant> helpers = new ArrayList<>();
  private final Map<String, BooleanSupplier> invariants = new LinkedHashMap<>();
  private final List<Class<? extends Throwable>> reports = new ArrayList<>();
  private final Set<String> struck = new HashSet<>();
  private final List<String> log = new ArrayList<>();
  private @Nullable AsyncAction afterwards;

  Stage(Moments moments, Outside outside) {
    this.moments = moments;
    this.outside = outside;
  }

  /** Adds a task that is interfered with. Tasks that it starts are interfered with as well. */
  public Participant participant(String name, AsyncAction body) {
    return participant(name, Programs.act(body));
  }

  /** Adds a task that is interfered with. */
  public Participant participant(String name, Coroutine<?> body) {
    Participant participant = new Participant(name, body);
    participants.add(participant);
    return participant;
  }

  /**
   * Adds a task that is not interfered with: nothing happens to it but what the others do. It has
   * to end, and normally.
   */
  public void helper(String name, AsyncAction body) {
    helpers.add(new Participant(name, Programs.act(body)));
  }

  /** Says what holds when every task has ended. */
  public void invariant(String what, BooleanSupplier holds) {
    invariants.put(what, holds);
  }

  /** Sets what is done, undisturbed, when every task has ended; it may not fail. */
  public void afterwards(AsyncAction body) {
    afterwards = body;
  }

  /** Lets failures of such a type be reported to the exception handler. */
  public void mayReport(Class<? extends Throwable> failure) {
    reports.add(failure);
  }

  /**
   * Returns whether nothing was done in this run to the task of a name, be it a participant or not.
   */
  public boolean isUndisturbed(String task) {
    return !struck.contains(task);
  }

  /** Says that here, within a step of the running task, something may happen to it. */
  public void point() {
    moments.arrive();
  }

  /** Awaits something; just before it, something may happen to the task. */
  public <T> T await(Awaitable<? extends T> awaitable) {
    point();
    return Coroutines.await(awaitable);
  }

  /** Returns what runs actions in another thread, each as soon as the loop has nothing to do. */
  public Executor outside() {
    return outside;
  }

  /** Writes a line that is shown if the run fails. */
  public void log(String line) {
    log.add("t=" + EventLoop.current().time() + " " + line);
  }

  void struck(String task) {
    struck.add(task);
  }

  List<Participant> participants() {
    return participants;
  }

  List<Participant> helpers() {
    return helpers;
  }

  Map<String, BooleanSupplier> invariants() {
    return invariants;
  }

  @Nullable AsyncAction afterwards() {
    return afterwards;
  }

  boolean mayBeReported(Throwable failure) {
    return reports.stream().anyMatch(type -> type.isInstance(failure));
  }

  List<String> log() {
    return log;
  }
}
