package dev.fermata.internal.task;

import dev.fermata.Clock;
import dev.fermata.ContextCarrier;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionHandler;
import dev.fermata.LoopGroup;
import dev.fermata.TurnOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The settings of a new loop. */
public final class Settings implements EventLoop.Builder {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private @Nullable String name;
  boolean debug = Boolean.getBoolean("fermata.debug");
  Clock clock = Clock.system();
  @Nullable TurnOrder order;
  @Nullable Executor executor;
  Duration executorTimeout = Duration.ofMinutes(5);
  @Nullable ExceptionHandler handler;
  final List<ContextCarrier<?>> carriers = new ArrayList<>();
  private @Nullable Boolean signals;

  /** Makes the usual ones. */
  public Settings() {}

  /** Returns the name that was set, or one that no other loop has. */
  String name() {
    return name == null ? "fermata-" + NUMBER.incrementAndGet() : name;
  }

  @Override
  public Settings name(String name) {
    this.name = Objects.requireNonNull(name);
    return this;
  }

  @Override
  public Settings debug(boolean debug) {
    this.debug = debug;
    return this;
  }

  @Override
  public Settings clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock);
    return this;
  }

  @Override
  public Settings order(TurnOrder order) {
    this.order = Objects.requireNonNull(order);
    return this;
  }

  @Override
  public Settings executor(Executor executor) {
    this.executor = Objects.requireNonNull(executor);
    return this;
  }

  @Override
  public Settings executorTimeout(Duration limit) {
    this.executorTimeout = Objects.requireNonNull(limit);
    return this;
  }

  @Override
  public Settings exceptionHandler(ExceptionHandler handler) {
    this.handler = Objects.requireNonNull(handler);
    return this;
  }

  @Override
  public Settings carrier(ContextCarrier<?> carrier) {
    carriers.add(Objects.requireNonNull(carrier));
    return this;
  }

  @Override
  public Settings signals(boolean signals) {
    this.signals = signals;
    return this;
  }

  @Override
  public EventLoop.Runner open() {
    return new LoopRunner(new Loop(this, name()), signals);
  }

  /** As {@link #open}, for a loop that is given to nobody. */
  EventLoop.Runner openUnknown() {
    return new LoopRunner(new Loop(this, name()).keptBack(), signals);
  }

  @Override
  public EventLoop.Hosted openOn(Executor host) {
    return HostedLoop.open(new Loop(this, name()), Objects.requireNonNull(host));
  }

  @Override
  public LoopGroup openGroup(int loops) {
    return WorkerGroup.open(this, loops);
  }
}
