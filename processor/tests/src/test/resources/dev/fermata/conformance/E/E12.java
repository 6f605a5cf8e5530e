// E12: several declarators in one declaration
// trace: x, y, 1 2 3 2 4
// ends: value: null
class E12 {
  @Async
  Coroutine<Object> run() {
    int a = 1, b = await(at("x", 2)), c = a + b, d[] = {b}, e = await(at("y", 4));
    log(a + " " + b + " " + c + " " + d[0] + " " + e);
    return done(null);
  }
}
