package dev.fermata.internal.task;

import dev.fermata.CancelledError;
import dev.fermata.SignalInterrupt;
import org.jspecify.annotations.Nullable;

/** Signals of the operating system that ask a program to end. {@link Signals} hears of them. */
public enum OsSignal {
  /** What Ctrl-C sends. */
  INT(2),
  /** What {@code kill} sends, and who manages services. */
  TERM(15);

  private final int number;

  OsSignal(int number) {
    this.number = number;
  }

  /** Returns what a program throws that has been ended by it. */
  SignalInterrupt toError(@Nullable CancelledError cause) {
    return new SignalInterrupt(toString(), number, cause);
  }

  /** Returns its name, as {@code SIGINT}. */
  @Override
  public String toString() {
    return "SIG" + name();
  }
}
