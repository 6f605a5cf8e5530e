// A31: unboxing a null left operand fails before x is started
// trace: NPE, NPE, NPE
// ends: value: null
class A31 {
  @Async
  Coroutine<Object> run() {
    Integer n = null;
    try {
      n += await(at("x", 1));
    } catch (NullPointerException e) {
      log("NPE");
    }
    try {
      log(n + await(at("x", 1)));
    } catch (NullPointerException e) {
      log("NPE");
    }
    try {
      log(n < await(at("x", 1)));
    } catch (NullPointerException e) {
      log("NPE");
    }
    return done(null);
  }
}
