// A40: new Foo(g(1), await(x)) initialises Foo before its arguments are evaluated
// run: fresh
// trace: initialised, g1, x, new 1 2
// ends: value: null
class A40 {
  static class Foo {
    static {
      log("initialised");
    }

    Foo(int a, int b) {
      log("new " + a + " " + b);
    }
  }

  @Async
  Coroutine<Object> run() {
    new Foo(op("g1", 1), await(at("x", 2)));
    return done(null);
  }
}
