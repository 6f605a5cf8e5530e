// C7: the value of a return is computed before the finally changes the variable
// trace: t, f
// ends: value: 2 (Integer)
class C7 {
  @Async
  Coroutine<Object> run() {
    int x = 0;
    try {
      x = await(at("t", 2));
      return done(x);
    } finally {
      x += await(at("f", 2));
    }
  }
}
