// A30: string += reads the old string first, for a String and for an Object on the left
// trace: o, sx, r, qr, t, st
// ends: value: null
class A30 {
  String field = "s";

  @Async
  Coroutine<Object> run() {
    String s = "s";
    s += await(at("o", (Object) "x"));
    log(s);
    Object q = "q";
    q += await(at("r", "r"));
    log(q);
    field += await(at("t", "t", () -> field = "changed"));
    log(field);
    return done(null);
  }
}
