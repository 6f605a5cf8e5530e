// A46: assert c() : await(msg), enabled: no await where it holds, and the message awaited where it does not
// run: assertions
// trace: yes, no, msg, why, seen
// ends: value: null
class A46 {
  @Async
  Coroutine<Object> run() {
    assert op("yes", true) : await(at("never", "never"));
    try {
      assert op("no", false) : await(at("msg", "why"));
    } catch (AssertionError e) {
      log(e.getMessage());
    }
    assert await(at("seen", true));
    return done(null);
  }
}
