// C27: a catch that awaits and holds a try whose catch throws again: the inner exception, not the outer
// trace: x, c, y, out inner
// ends: value: null
class C27 {
  @Async
  Coroutine<Object> run() {
    try {
      try {
        await(fail("x", new IllegalStateException("outer")));
      } catch (IllegalStateException e) {
        await(ok("c", 1));
        try {
          await(fail("y", new IllegalArgumentException("inner")));
        } catch (IllegalArgumentException b) {
          throw b;
        }
      }
    } catch (RuntimeException e) {
      log("out " + e.getMessage());
    }
    return done(null);
  }
}
