package dev.fermata.samples.links.http;

/** Counts requests. All of it happens on the thread of one event loop, so plain fields will do. */
public final class Traffic {
  private int current;
  private int peak;
  private long bytes;

  void begin() {
    current++;
    peak = Math.max(peak, current);
  }

  void end() {
    current--;
  }

  void received(int count) {
    bytes += count;
  }

  /** How many requests are under way. */
  public int current() {
    return current;
  }

  /** How many were under way at the same time, at most. */
  public int peak() {
    return peak;
  }

  /** How many bytes of pages have come in. */
  public long bytes() {
    return bytes;
  }
}
