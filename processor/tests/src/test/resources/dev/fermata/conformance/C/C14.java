// C14: a catch that continues, with a finally; later iterations are clean
// trace: a0, c0, f0, a1, b1, f1, a2, c2, f2, a3, b3, f3, end
// ends: value: null
class C14 {
  @Async
  Coroutine<Object> run() {
    for (int i = 0; i < 4; i++) {
      try {
        await(ok("a" + i, 1));
        if (i % 2 == 0) throw new IllegalStateException();
        log("b" + i);
      } catch (IllegalStateException e) {
        log("c" + i);
        continue;
      } finally {
        await(ok("f" + i, 1));
      }
    }
    log("end");
    return done(null);
  }
}
