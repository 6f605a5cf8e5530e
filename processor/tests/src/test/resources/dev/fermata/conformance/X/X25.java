// X25: private constants that are negative, or no numbers, and methods that throw a private exception
// trace: a, b
// ends: value: 6 5 -2147483648 NaN -4 thrown (String)
class X25 {
  private static final int LOW = Integer.MIN_VALUE;
  private static final int NEGATIVE = -5;
  private static final double NONE = Double.NaN;
  private static final byte SMALL = -3;

  private static class Hidden extends Exception {
    private static final long serialVersionUID = 1;
  }

  private void check(int number) throws Hidden {
    if (number > 1) {
      throw new Hidden();
    }
  }

  @Async
  Coroutine<Object> run() {
    int one = await(ok("a", 1));
    String result = (one -NEGATIVE) + " " + -NEGATIVE + " " + -LOW + " " + one / NONE + " ";
    result += SMALL - one + " ";
    try {
      check(one);
      check(await(ok("b", 2)));
    } catch (Exception e) {
      result += "thrown";
    }
    return done(result);
  }
}
