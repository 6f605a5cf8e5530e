// X10: jumps out of a resource or a finally inside a synchronized statement, where leaving these fails or changes the way
// trace: 1, a, finally, caught a, 2, b, finally, 3, c, close, caught close, 4, d, finally
// ends: value: [-1, 5, -3, 4] (ListN)
class X10 {
  @Async
  Coroutine<Object> run() {
    var results = new ArrayList<Integer>();
    for (int i = 1; i <= 4; i++) {
      results.add(await(part(await(ok(String.valueOf(i), i)))));
    }
    return done(List.copyOf(results));
  }

  @Async
  Coroutine<Integer> part(int n) {
    int result = 0;
    while (true) {
      try {
        result = await(quiet(n));
        synchronized (this) {
          if (n == 3) {
            try (AutoCloseable failing = () -> fail("close")) {
              log("c");
              return quiet(n);
            }
          }
          try {
            log(n == 1 ? "a" : n == 2 ? "b" : "d");
            if (n == 2) {
              break;
            }
            return quiet(n);
          } finally {
            log("finally");
            if (n == 1) {
              fail("a");
            }
          }
        }
      } catch (Exception failure) {
        log("caught " + failure.getMessage());
        return done(-n);
      }
    }
    return done(result + 3);
  }

  @Async
  Coroutine<Integer> quiet(int n) {
    return done(await(Coroutines.done(n)));
  }

  static void fail(String what) {
    if (what.equals("close")) {
      log(what);
    }
    throw new IllegalStateException(what);
  }
}
