// X1: compound assignment to a private boxed field unboxes the old value before the right side
// trace: null, null, null, null, right
// ends: value: 9 (Integer)
class X1 {
  private Integer number;
  private static Long wide;
  private Character letter;
  private Integer set = 4;

  @Async
  Coroutine<Object> run() {
    fails(() -> number -= op("right", 1));
    fails(() -> wide <<= op("right", 1));
    fails(() -> letter++);
    try {
      number *= await(ok("right", 1));
    } catch (NullPointerException e) {
      log("null");
    }
    set += await(ok("right", 5));
    return done(set);
  }

  static void fails(Runnable action) {
    try {
      action.run();
    } catch (NullPointerException e) {
      log("null");
    }
  }
}
