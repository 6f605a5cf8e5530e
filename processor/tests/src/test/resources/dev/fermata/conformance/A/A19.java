// A19: o.f = await(x) with o null: x first, then the failure
// trace: x
// ends: throws: java.lang.NullPointerException
class A19 {
  int f;

  @Async
  Coroutine<Object> run() {
    A19 o = null;
    o.f = await(at("x", 5));
    return done("not reached");
  }
}
