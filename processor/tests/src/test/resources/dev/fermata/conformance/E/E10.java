// E10: a parameter that is reassigned, one that is used only after the last await, varargs
// trace: x, y, 11 last 3
// ends: value: null
class E10 {
  @Async
  Coroutine<Object> run() {
    log(await(part(1, "last", 1, 2, 3)));
    return done(null);
  }

  @Async
  Coroutine<String> part(int n, final String last, int... rest) {
    n += await(at("x", 10));
    await(at("y", 1));
    return done(n + " " + last + " " + rest.length);
  }
}
