// A45: varargs: spread arguments, and an awaited array that is not wrapped again
// trace: g, x, g x, arr, 2, none, 0, two, 3
// ends: value: null
class A45 {
  @Async
  Coroutine<Object> run() {
    log(String.format("%s %s", op("g", "g"), await(at("x", "x"))));
    log(count(await(at("arr", new Object[] {1, 2}))));
    log(await(at("none", this)).count());
    log(count(1, await(at("two", 2)), 3));
    return done(null);
  }

  int count(Object... values) {
    return values.length;
  }
}
