// D1: a body that awaits: resources close in reverse, after the body's end and not at its suspension
// trace: open a, open b, x, during, body, close b, close a, open c, open d, y, body 2, close d, close c, end
// ends: value: null
class D1 {
  @Async
  @SuppressWarnings("try")
  Coroutine<Object> run() {
    try (Plain a = new Plain("a");
        Plain b = new Plain("b")) {
      await(ok("x", 1, () -> log("during")));
      log("body");
    }
    try (AsyncCloseable c = open("c");
        var d = open("d")) {
      await(ok("y", 1));
      log("body 2");
    }
    log("end");
    return done(null);
  }

  AsyncCloseable open(String name) {
    log("open " + name);
    return () -> close(name);
  }

  @Async
  Coroutine<Void> close(String name) {
    await(ok("close " + name, 1));
    return done();
  }

  record Plain(String name) implements AutoCloseable {
    Plain {
      log("open " + name);
    }

    @Override
    public void close() {
      log("close " + name);
    }
  }
}
