// D4: a null resource is skipped
// trace: x, body, y, body 2, close c, end
// ends: value: null
class D4 {
  @Async
  @SuppressWarnings("try")
  Coroutine<Object> run() {
    try (StringReader r = null) {
      await(at("x", 1));
      log("body");
    }
    try (AsyncCloseable c = () -> close("c");
        AsyncCloseable n = none()) {
      await(at("y", 1));
      log("body 2");
    }
    log("end");
    return done(null);
  }

  AsyncCloseable none() {
    return null;
  }

  @Async
  Coroutine<Void> close(String name) {
    await(at("close " + name, 1));
    return done();
  }
}
