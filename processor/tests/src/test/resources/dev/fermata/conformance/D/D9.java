// D9: an unnamed resource is closed
// since: 22
// trace: x, close b, close a
// ends: value: null
class D9 {
  @Async
  Coroutine<Object> run() {
    try (var _ = new Plain("a");
        AsyncCloseable _ = () -> close("b")) {
      await(at("x", 1));
    }
    return done(null);
  }

  @Async
  Coroutine<Void> close(String name) {
    await(ok("close " + name, 1));
    return done();
  }

  record Plain(String name) implements AutoCloseable {
    @Override
    public void close() {
      log("close " + name);
    }
  }
}
