// A48: awaits in both operands, between increments, and within each other
// trace: a, f1, b, g2, 3, x, 11, 3, a, g, g2, 7
// ends: value: null
class A48 {
  @Async
  Coroutine<Object> run() {
    log(f(await(at("a", 1))) + g(await(at("b", 2))));
    int i = 1;
    log(i++ + await(at("x", 8)) + i++);
    log(i);
    log(await(await(at("a", this)).h()));
    return done(null);
  }

  int f(int v) {
    return op("f" + v, v);
  }

  int g(int v) {
    return op("g" + v, v);
  }

  Awaitable<Integer> h() {
    log("g");
    return at("g2", 7);
  }
}
