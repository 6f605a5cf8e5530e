package dev.fermata.patterns;

/** So many failures with no success between them. */
final class FailuresInARow implements Limit {
  private final int most;
  private int failures;

  FailuresInARow(int most) {
    this.most = most;
  }

  @Override
  public boolean isExceededBy(boolean failed, long now) {
    failures = failed ? failures + 1 : 0;
    return failures >= most;
  }

  @Override
  public void forget() {
    failures = 0;
  }
}
