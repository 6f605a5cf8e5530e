// A2: f(g(1), await(x), g(2), await(y), g(3)) goes strictly from left to right
// trace: g1, x, g2, y, g3, f 1 2 3 4 5
// ends: value: 15 (Integer)
class A2 {
  @Async
  Coroutine<Object> run() {
    return done(f(op("g1", 1), await(at("x", 2)), op("g2", 3), await(at("y", 4)), op("g3", 5)));
  }

  int f(int a, int b, int c, int d, int e) {
    log("f " + a + " " + b + " " + c + " " + d + " " + e);
    return a + b + c + d + e;
  }
}
