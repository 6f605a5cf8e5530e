package dev.fermata.samples.links.http;

/** Why there is nothing at an address. */
public enum Problem {
  /** The name of the host is not known. */
  NO_SUCH_HOST,
  /** The host is there, and nothing listens at the port. */
  REFUSED,
  /** The answer took too long. */
  TIMED_OUT,
  /** One redirection leads to another, in a circle or on and on. */
  REDIRECTED_TOO_OFTEN,
  /** There is more than we want to read. */
  TOO_LARGE,
  /** The server says that it has nothing to give, or its page has no such place. */
  REJECTED,
  /** There is something, but it is no page. */
  NO_PAGE,
  /** The connection broke, or was none that one can use. */
  CONNECTION_FAILED
}
