// C20: a finally that is left by a break of its own runs exactly once
// trace: x, f, end
// ends: value: null
class C20 {
  @Async
  @SuppressWarnings("finally")
  Coroutine<Object> run() {
    while (true) {
      try {
        await(at("x", 1));
      } finally {
        await(at("f", 1));
        break;
      }
    }
    log("end");
    return done(null);
  }
}
