package dev.fermata.internal.loop;

import dev.fermata.TurnOrder;
import java.util.Random;

/** A random order that can be had again. */
public final class ShuffledOrder implements TurnOrder {
  private final long seed;
  private final Random random;

  /** Makes the order of {@code seed}. */
  public ShuffledOrder(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  @Override
  public int next(int left) {
    return random.nextInt(left);
  }

  @Override
  public String toString() {
    return "TurnOrder.shuffled(" + seed + ")";
  }
}
