// A8: a getter to the left of an await is called exactly once, before
// trace: getter, x
// ends: value: 12 (Integer)
class A8 {
  @Async
  Coroutine<Object> run() {
    return done(getter() + await(at("x", 2)));
  }

  int getter() {
    return op("getter", 10);
  }
}
