// A38: unary operators and casts over an await
// trace: x, -1, b, false, l, 1, o, s, c, -2
// ends: value: null
class A38 {
  @Async
  Coroutine<Object> run() {
    log(-(-(-(await(at("x", 1))))));
    log(!await(at("b", true)));
    log((int) (long) await(at("l", 4294967297L)));
    log(both((CharSequence & Comparable<?>) await(at("o", (Object) "s"))));
    log(~+await(at("c", (char) 1)));
    return done(null);
  }

  static <X extends CharSequence & Comparable<?>> Object both(X x) {
    return x;
  }
}
