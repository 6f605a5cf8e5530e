// X2: an argument is unboxed when it is evaluated, not when the call is made
// trace: a, b, c, d, e, f, g
// ends: value: 7 (Integer)
class X2 {
  static int nulls;
  final Integer nothing = null;

  @Async
  Coroutine<Object> run() {
    Integer local = null;
    try {
      plus(await(ok("a", (Integer) null)), await(ok("no", 1)));
    } catch (NullPointerException e) {
      nulls++;
    }
    try {
      op("b", this).plus(local, await(ok("no", 1)));
    } catch (NullPointerException e) {
      nulls++;
    }
    try {
      new Sum(op("c", local), await(ok("no", 1)));
    } catch (NullPointerException e) {
      nulls++;
    }
    try {
      all(await(ok("d", 1)), nothing, await(ok("no", 1)));
    } catch (NullPointerException e) {
      nulls++;
    }
    try {
      int[][] numbers = {{await(ok("e", 1))}, {nothing, await(ok("no", 1))}};
      log(numbers);
    } catch (NullPointerException e) {
      nulls++;
    }
    try {
      log(new int[op("f", local)][await(ok("no", 1))]);
    } catch (NullPointerException e) {
      nulls++;
    }
    try {
      new Sum(2, op("g", local), await(ok("no", 1))) {};
    } catch (NullPointerException e) {
      nulls++;
    }
    int result = nulls;
    nulls = 0;
    return done(result);
  }

  int plus(int a, long b) {
    log("called");
    return a + (int) b;
  }

  static int all(int... numbers) {
    log("called");
    return numbers.length;
  }

  static class Sum {
    Sum(int a, int b) {
      log("created");
    }

    Sum(int... numbers) {
      log("created");
    }
  }
}
