// C40: a try that is left with something pending is clean when the next iteration enters it again
// trace: x 0, f, x 1, f, x 2, f, x 3, f, out last
// ends: value: null
class C40 {
  @Async
  @SuppressWarnings("finally")
  Coroutine<Object> run() {
    try {
      for (int i = 0; ; i++) {
        try {
          await(ok("x " + i, i));
          if (i == 0) throw new IllegalStateException("dropped");
          if (i == 1) return done("dropped");
          if (i == 3) throw new IllegalStateException("last");
        } finally {
          await(ok("f", 1));
          if (i < 3) continue;
        }
      }
    } catch (IllegalStateException e) {
      log("out " + e.getMessage());
    }
    return done(null);
  }
}
