// C35: a variable that the try path and the catch path both assign, used after them
// trace: x, 1, y, 2
// ends: value: null
class C35 {
  @Async
  Coroutine<Object> run() {
    int v;
    try {
      await(ok("x", 1));
      v = 1;
    } catch (IllegalStateException e) {
      v = 2;
    }
    log(v);
    int w;
    try {
      await(fail("y", new IllegalStateException()));
      w = 1;
    } catch (IllegalStateException e) {
      await(done());
      w = 2;
    }
    log(w);
    return done(null);
  }
}
