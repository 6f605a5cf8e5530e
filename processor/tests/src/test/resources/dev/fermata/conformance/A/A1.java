// A1: f(g(1), await(x), g(2)) evaluates g1, x, g2, then calls
// trace: g1, x, g2, f 1 2 3
// ends: value: 6 (Integer)
class A1 {
  @Async
  Coroutine<Object> run() {
    return done(f(op("g1", 1), await(at("x", 2)), op("g2", 3)));
  }

  int f(int a, int b, int c) {
    log("f " + a + " " + b + " " + c);
    return a + b + c;
  }
}
