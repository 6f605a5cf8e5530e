// C39: throw null is a NullPointerException; a suspension does not run a finally
// trace: x, NPE, f, y, during, g
// ends: value: null
class C39 {
  @Async
  Coroutine<Object> run() {
    try {
      await(ok("x", 1));
      throw null;
    } catch (NullPointerException e) {
      log("NPE");
    } finally {
      log("f");
    }
    try {
      await(ok("y", 1, () -> log("during")));
    } finally {
      log("g");
    }
    return done(null);
  }
}
