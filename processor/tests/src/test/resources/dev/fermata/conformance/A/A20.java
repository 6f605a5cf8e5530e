// A20: o.f += await(x) with o null fails before x is started
// trace: before
// ends: throws: java.lang.NullPointerException
class A20 {
  int f;

  @Async
  Coroutine<Object> run() {
    A20 o = null;
    log("before");
    o.f += await(at("x", 5));
    return done("not reached");
  }
}
