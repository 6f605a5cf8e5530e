// A36: the right side of || is not started when the left side is true
// trace: thrown
// ends: value: null
class A36 {
  @Async
  Coroutine<Object> run() {
    String t = "t";
    try {
      if (t != null || await(valid(t))) throw new IllegalStateException();
    } catch (IllegalStateException e) {
      log("thrown");
    }
    return done(null);
  }

  Awaitable<Boolean> valid(String t) {
    return at("valid", t.isEmpty());
  }
}
