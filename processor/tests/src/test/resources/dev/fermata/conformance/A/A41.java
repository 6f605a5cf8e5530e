// A41: nullOuter().new Inner(await(x)) fails before x is started
// trace: outer, NPE, x, inner 2
// ends: value: null
class A41 {
  class Inner {
    Inner(int value) {
      log("inner " + value);
    }
  }

  @Async
  Coroutine<Object> run() {
    try {
      nullOuter().new Inner(await(at("x", 1)));
    } catch (NullPointerException e) {
      log("NPE");
    }
    this.new Inner(await(at("x", 2)));
    return done(null);
  }

  A41 nullOuter() {
    return op("outer", null);
  }
}
