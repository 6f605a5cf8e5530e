// F13: a binding in a conditional and in && inside an argument list, with a later await
// trace: x, f 5 true 1, y, f -1 false 2
// ends: value: null
class F13 {
  @Async
  Coroutine<Object> run() {
    Object o = "hello";
    f(o instanceof String s ? s.length() : -1, o instanceof String t && t.length() > 2, await(at("x", 1)));
    o = 7;
    f(o instanceof String s ? s.length() : -1, o instanceof String t && t.length() > 2, await(at("y", 2)));
    return done(null);
  }

  void f(int a, boolean b, int c) {
    log("f " + a + " " + b + " " + c);
  }
}
