package dev.fermata;

import dev.fermata.internal.loop.ShuffledOrder;

/**
 * Decides who goes first among those that are ready in a turn of an {@link EventLoop}. A test gives
 * one to {@link EventLoop.Builder#order}, to try other schedules than the usual one; by default
 * goes first what has been ready for longest.
 *
 * <p>Two things hold in every order. A turn runs exactly what was ready when it began. And
 * callbacks of {@link EventLoop#callSoon} and {@link EventLoop#execute}, as well as what other
 * threads bring in, run in the order in which they came, among themselves: who hands over
 * callbacks, or signals of a stream, may rely on that. The order of all else is open: of tasks, of
 * timers that are due at the same time, of those who waited for the same thing.
 *
 * <p>An order belongs to one loop.
 */
@FunctionalInterface
public interface TurnOrder {
  /**
   * Chooses what goes next. It is called on the thread of the loop before each step of a turn, so
   * it may as well look at the loop, or interfere. What it throws leaves the loop.
   *
   * @param left how many have yet to go in this turn, at least one
   * @return how many of those that have been ready for longer are to be passed over; from 0 to
   *     {@code left - 1}
   */
  int next(int left);

  /**
   * Returns an order that is random, and the same for the same seed: a program that depends on
   * nothing but its loop and a {@linkplain Clock#virtual() virtual clock} goes the same way again.
   */
  static TurnOrder shuffled(long seed) {
    return new ShuffledOrder(seed);
  }
}
