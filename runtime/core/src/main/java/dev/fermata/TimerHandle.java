package dev.fermata;

/**
 * A call that a loop is to make at a time.
 *
 * <p>In asyncio: a TimerHandle.
 */
public interface TimerHandle extends Handle {
  /** Returns when, in the nanoseconds of {@link EventLoop#time}. */
  long when();
}
