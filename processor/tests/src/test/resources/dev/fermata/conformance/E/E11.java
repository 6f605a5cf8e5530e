// E11: a constant local as a case label, in a narrowing assignment and in a dead condition, after an await
// trace: x, three, 3, end
// ends: value: null
class E11 {
  @Async
  Coroutine<Object> run() {
    final int K = 3;
    final String S = "s" + K;
    int v = await(at("x", 3));
    switch (v) {
      case K:
        log("three");
        break;
      default:
        log("default");
    }
    byte b = K;
    log(b);
    switch (S) {
      case S:
        await(done());
        break;
      default:
        log("default");
    }
    while (K == 3) {
      await(done());
      if (b == K) {
        log("end");
        return done(null);
      }
    }
  }
}
