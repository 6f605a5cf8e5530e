// A43: literals beside an await choose the same overload as without it
// trace: x, Object, x, int, x, Object, x, int
// ends: value: null
class A43 {
  @Async
  Coroutine<Object> run() {
    m(null, await(at("x", 1)));
    m('c', await(at("x", 1)));
    m("s", await(at("x", 1)));
    m((byte) 1, await(at("x", 1)));
    return done(null);
  }

  void m(int a, Integer b) {
    log("int");
  }

  void m(Object a, Integer b) {
    log("Object");
  }
}
