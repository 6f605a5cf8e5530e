package dev.fermata.fuzz.generate;

/**
 * How large a program is. Most are small: javac's time goes with the size, and what is wrong shows
 * in many small programs rather than in few large ones.
 *
 * @param methods the greatest number of coroutines, one more than that of generators
 * @param pieces of which the body of a method is made, about
 */
record Size(int methods, int pieces) {
  private static final Size SMALL = new Size(2, 20);
  private static final Size MIDDLING = new Size(2, 35);
  private static final Size LARGE = new Size(3, 55);

  static Size random(Rand rand) {
    return rand.pick(SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, MIDDLING, MIDDLING, MIDDLING, LARGE);
  }
}
