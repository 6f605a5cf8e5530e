// H11: two calls of one method have nothing in common
// trace: x a, x b, a 1, b 1, true
// ends: value: null
class H11 {
  @Async
  Coroutine<Object> run() {
    Task<int[]> a = start(part("a"));
    Task<int[]> b = start(part("b"));
    log(await(a) != await(b));
    return done(null);
  }

  @Async
  Coroutine<int[]> part(String name) {
    int[] local = {0};
    log("x " + name);
    await(yieldNow());
    local[0]++;
    log(name + " " + local[0]);
    return done(local);
  }
}
