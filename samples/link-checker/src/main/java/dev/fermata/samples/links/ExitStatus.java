package dev.fermata.samples.links;

import dev.fermata.CancelledError;
import dev.fermata.SignalInterrupt;
import dev.fermata.samples.links.http.Problem;

/** How the command ends, for scripts. The help of the command says the same in words. */
final class ExitStatus {
  static final int SOUND = 0;
  static final int BROKEN_LINKS = 1;
  static final int USAGE = 2;
  static final int BUG = 70; // EX_SOFTWARE of sysexits.h
  private static final int INTERRUPTED = 130; // as shells say it: 128 and the number of SIGINT

  private ExitStatus() {}

  /** Returns the status for a check that somebody has cancelled. */
  static int of(CancelledError cancelled) {
    return cancelled instanceof SignalInterrupt signal ? signal.exitStatus() : INTERRUPTED;
  }

  /** Returns the status for a site whose first page cannot be read. */
  static int of(Problem problem) {
    return switch (problem) {
      case NO_SUCH_HOST -> 3;
      case REFUSED -> 4;
      case TIMED_OUT -> 5;
      case REDIRECTED_TOO_OFTEN -> 6;
      case TOO_LARGE -> 7;
      case REJECTED -> 8;
      case NO_PAGE -> 9;
      case CONNECTION_FAILED -> 10;
    };
  }
}
