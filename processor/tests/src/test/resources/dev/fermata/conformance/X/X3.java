// X3: ways out of statements that are kept, through a finally block that overrides them
// trace: 1, 2, finally, finally, 1
// ends: value: over 4 (String)
class X3 {
  @Async
  Coroutine<Object> run() {
    int count = 0;
    count += await(overriding(1)) + await(overriding(2)) + await(passing(0)) + await(passing(2));
    return done("over " + count);
  }

  @Async
  @SuppressWarnings("finally")
  Coroutine<Integer> overriding(int n) {
    try {
      if (n > 0) {
        return passing(log2(n));
      }
    } finally {
      return done(1);
    }
  }

  @Async
  Coroutine<Integer> passing(int n) {
    try {
      if (n > 0) {
        return overriding(n - 1);
      }
      while (n >= 0) {
        if (n == 0) {
          return done(1);
        }
        n--;
      }
    } finally {
      log("finally");
    }
    return done(n);
  }

  static int log2(int n) {
    log(n);
    return n;
  }
}
