// N16: members that are called like constants, accessors and variables of the generated class
class N16 {
  private record P(int x) {}

  private static class Bad extends RuntimeException {}

  static int P$CLASS = 1, RUN$BODY = 2, of$step = 3, of$Frame = 4, OF$BODY = 5;
  static int n$ = 6, selected$ = 7, caught = 8, frame = 9, execution = 10, awaited = 11;
  static int failure = 12, state = 13, hid$get = 15, x$get = 16;
  private int hid = 14;

  private int m(int a) {
    return a;
  }

  int m$call(int a) {
    return a + 100;
  }

  int hid$get() {
    return 77;
  }

  int hid$get(N16 self) {
    return 78;
  }

  @Async
  Coroutine<Object> of(int a$, Object o) {
    int caught$1 = 1, s$ = 2, p$bound = 3;
    String s = "" + P$CLASS + RUN$BODY + of$step + of$Frame + OF$BODY + n$ + selected$ + caught;
    s += "" + frame + execution + awaited + failure + state + await(at("a", 1));
    if (o instanceof P p) {
      s += p.x() + await(at("b", p$bound)) + hid;
    }
    try {
      if (a$ == 1) {
        throw new Bad();
      }
    } catch (Bad b) {
      s += "bad" + caught + caught$1;
    }
    int r =
        switch (s$) {
          case 1 -> 5;
          case 2 -> {
            await(at("c", 1));
            yield selected$;
          }
          default -> n$;
        };
    IntFunction<P[]> array = P[]::new;
    s += array.apply(n$).length + r;
    return done(s + hid$get() + hid$get(this) + m(3) + m$call(1) + hid$get + x$get);
  }

  @Async
  Coroutine<Object> run() {
    return of(1, new P(4));
  }
}
