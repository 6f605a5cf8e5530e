// A21: o.f += await(x) where o is set to null during x writes into the original object
// trace: x, 8, null
// ends: value: null
class A21 {
  static class Box {
    int f = 3;
  }

  Box o = new Box();

  @Async
  Coroutine<Object> run() {
    Box original = o;
    o.f += await(at("x", 5, () -> o = null));
    log(original.f);
    log(o);
    return done(null);
  }
}
