// C38: a StackOverflowError in a body runs the finally and goes on as any failure
// run: once
// trace: x, finally, StackOverflowError
// ends: value: null
class C38 {
  @Async
  Coroutine<Object> run() {
    try {
      await(deep());
    } catch (StackOverflowError e) {
      log(e.getClass().getSimpleName());
    }
    return done(null);
  }

  @Async
  Coroutine<Integer> deep() {
    await(ok("x", 1));
    try {
      return done(forever(1) + await(ok("never", 1)));
    } finally {
      await(done());
      log("finally");
    }
  }

  int forever(int n) {
    return forever(n + 1) + 1;
  }
}
