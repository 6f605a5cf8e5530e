// A46b: assert with awaits, disabled: nothing is evaluated
// trace: end
// ends: value: null
class A46b {
  @Async
  Coroutine<Object> run() {
    assert op("no", false) : await(at("msg", "why"));
    assert await(at("seen", false));
    log("end");
    return done(null);
  }
}
