// A11: an awaited receiver, and awaits among the arguments of a call on a call
// trace: a, s2, m 2, s1, s2, x, s3, m 2 1 3
// ends: value: null
class A11 {
  @Async
  Coroutine<Object> run() {
    await(at("a", this)).m(step(2));
    receiver(step(1)).m(step(2), await(at("x", 1)), step(3));
    return done(null);
  }

  A11 receiver(int ignored) {
    return this;
  }

  void m(int value) {
    log("m " + value);
  }

  void m(int a, int b, int c) {
    log("m " + a + " " + b + " " + c);
  }

  int step(int n) {
    return op("s" + n, n);
  }
}
