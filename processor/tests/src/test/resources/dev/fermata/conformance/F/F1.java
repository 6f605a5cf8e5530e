// F1: the binding of a negated instanceof whose branch returns survives an await
// trace: x, s
// ends: value: null
class F1 {
  @Async
  Coroutine<Object> run() {
    Object o = op2();
    if (!(o instanceof String s)) return done("no");
    await(at("x", 1));
    log(s);
    return done(null);
  }

  Object op2() {
    return "s";
  }
}
