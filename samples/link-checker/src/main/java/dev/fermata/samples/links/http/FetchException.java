package dev.fermata.samples.links.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/** There is nothing at an address. The message says why, to whoever checks a site. */
public final class FetchException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  /**
   * Makes one.
   *
   * @param problem what kind of problem it is
   * @param message says what is wrong
   */
  public FetchException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  FetchException(Problem problem, String message, Throwable cause) {
    super(message, cause);
    this.problem = problem;
  }

  /** Tells what a failure of the HTTP client means. */
  static FetchException of(Exception failure) {
    if (failure instanceof FetchException known) {
      return known;
    }
    if (hasCause(failure, UnresolvedAddressException.class)
        || hasCause(failure, UnknownHostException.class)) {
      return new FetchException(Problem.NO_SUCH_HOST, "no such host", failure);
    }
    if (failure instanceof ConnectException) {
      return new FetchException(Problem.REFUSED, "connection refused", failure);
    }
    String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return new FetchException(
        Problem.CONNECTION_FAILED, "the connection failed: " + reason, failure);
  }

  private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  /** What kind of problem it is. */
  public Problem problem() {
    return problem;
  }
}
