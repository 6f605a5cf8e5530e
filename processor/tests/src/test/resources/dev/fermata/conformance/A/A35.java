// A35: the result of b && await(false) does not overwrite b
// trace: x, false, true
// ends: value: null
class A35 {
  final boolean b = Boolean.parseBoolean("true");

  @Async
  Coroutine<Object> run() {
    log(b && await(at("x", false)));
    log(b);
    return done(null);
  }
}
