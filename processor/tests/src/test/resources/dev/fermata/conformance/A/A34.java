// A34: a conditional of Integer and int unboxes null; one of int and double promotes
// trace: NPE, 1.0, 1, x, 2.0
// ends: value: null
class A34 {
  @Async
  Coroutine<Object> run() {
    Integer nothing = null;
    boolean flag = true;
    try {
      Integer r = flag ? nothing : (int) await(at("x", 1));
      log(r);
    } catch (NullPointerException e) {
      log("NPE");
    }
    Object promoted = flag ? 1 : (double) await(at("x", 2.0));
    log(promoted);
    Object plain = flag ? 1 : await(at("x", 2.0));
    log(plain);
    Object awaited = !flag ? 1 : (double) await(at("x", 2.0));
    log(awaited);
    return done(null);
  }
}
