// A42: the receiver of a method reference is evaluated once, and checked for null when the reference is made
// trace: o, used, O, expr, x, 5, n, NPE
// ends: value: null
class A42 {
  @Async
  Coroutine<Object> run() {
    Supplier<String> s = await(at("o", "o"))::toUpperCase;
    log("used");
    log(s.get());
    log(call(op("expr", "hello")::length, await(at("x", 0))));
    try {
      Supplier<String> t = await(at("n", (String) null))::toUpperCase;
      log("made " + t);
    } catch (NullPointerException e) {
      log("NPE");
    }
    return done(null);
  }

  int call(Supplier<Integer> supplier, int plus) {
    return supplier.get() + plus;
  }
}
