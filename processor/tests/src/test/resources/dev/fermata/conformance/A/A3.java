// A3: awaits nested in the argument of an awaited call, among other arguments
// trace: f2, w2, f4, w4, f4, w4, f4, w4, f5, w5, p 1 2 3 4 5 6
// ends: value: null
class A3 {
  @Async
  Coroutine<Object> run() {
    p(1, await(f(2)), 3, await(f(await(f(await(f(4)))))), await(f(5)), 6);
    return done(null);
  }

  @Async
  Coroutine<Integer> f(int value) {
    log("f" + value);
    return done(await(at("w" + value, value)));
  }

  void p(int... values) {
    StringBuilder line = new StringBuilder("p");
    for (int value : values) line.append(' ').append(value);
    log(line);
  }
}
