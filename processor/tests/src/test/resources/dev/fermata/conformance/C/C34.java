// C34: a local that is assigned in the try before the await that fails, and read in the catch and the finally
// trace: a, x, c 5, f 6, b, g 9
// ends: throws: java.lang.IllegalStateException: second
class C34 {
  @Async
  Coroutine<Object> run() {
    int n = 1;
    try {
      n = await(ok("a", 5));
      await(fail("x", new IllegalStateException("first")));
      n = 100;
    } catch (IllegalStateException e) {
      log("c " + n);
      n++;
    } finally {
      log("f " + n);
    }
    try {
      n = 9;
      await(fail("b", new IllegalStateException("second")));
      n = 100;
    } finally {
      log("g " + n);
    }
    return done(null);
  }
}
