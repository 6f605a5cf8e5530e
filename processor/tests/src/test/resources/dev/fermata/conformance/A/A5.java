// A5: a receiver field that is reassigned during the await: the old object receives the call
// trace: x, first
// ends: value: null
class A5 {
  Receiver field = new Receiver("first");

  @Async
  Coroutine<Object> run() {
    field.m(await(at("x", 1, () -> field = new Receiver("second"))));
    return done(null);
  }

  record Receiver(String name) {
    void m(int value) {
      log(name);
    }
  }
}
