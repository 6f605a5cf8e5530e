// A9: a null receiver: the argument is awaited, then the call fails
// trace: ref, x
// ends: throws: java.lang.NullPointerException
class A9 {
  @Async
  Coroutine<Object> run() {
    nullRef().m(await(at("x", 1)));
    return done("not reached");
  }

  A9 nullRef() {
    return op("ref", null);
  }

  void m(int value) {
    log("m");
  }
}
