// C10: a loop with try, two catches of which one continues, and a finally that throws at last, all with awaits
// trace: t0, c0, f0, t1, c1, f1, t2, c2, f2, t3, d3, f3, hello, 42
// ends: value: null
class C10 {
  int total;

  @Async
  Coroutine<Object> run() {
    try {
      for (int i = 0; i < 5; i++) {
        try {
          try {
            total = 10 / await(ok("t" + i, 0));
          } catch (ArithmeticException e) {
            if (i < 3) {
              await(ok("c" + i, 1));
              continue;
            }
            total = 2 + await(ok("d" + i, 30));
            throw e;
          }
        } finally {
          total += await(ok("f" + i, 10));
          if (i >= 3) throw new IllegalStateException("hello");
        }
      }
    } catch (IllegalStateException e) {
      log(e.getMessage());
      log(total);
    }
    return done(null);
  }
}
