// C16: what a finally throws is not caught by the catches of its own try
// trace: x, f, outer from finally
// ends: value: null
class C16 {
  @Async
  Coroutine<Object> run() {
    try {
      try {
        await(ok("x", 1));
      } catch (IllegalStateException e) {
        log("wrong");
      } finally {
        await(ok("f", 1));
        if (zero() == 0) throw new IllegalStateException("from finally");
      }
    } catch (IllegalStateException e) {
      log("outer " + e.getMessage());
    }
    return done(null);
  }

  int zero() {
    return 0;
  }
}
