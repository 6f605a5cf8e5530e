// A28: compound assignments narrow: byte 10 + 300 is 54, int 3 * 2.6 is 7
// trace: x, 54, y, 7, z, c
// ends: value: null
class A28 {
  @Async
  @SuppressWarnings("lossy-conversions")
  Coroutine<Object> run() {
    byte b = 10;
    b += await(at("x", 300));
    log(b);
    int i = 3;
    i *= await(at("y", 2.6));
    log(i);
    char c = 'a';
    c += await(at("z", 2));
    log(c);
    return done(null);
  }
}
