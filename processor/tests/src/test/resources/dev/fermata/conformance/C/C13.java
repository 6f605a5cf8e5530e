// C13: break out of an endless loop inside a try: finally, then on
// trace: x, 1, 2
// ends: value: null
class C13 {
  @Async
  Coroutine<Object> run() {
    try {
      while (true) {
        await(at("x", 1));
        break;
      }
    } finally {
      log(1);
    }
    log(2);
    return done(null);
  }
}
