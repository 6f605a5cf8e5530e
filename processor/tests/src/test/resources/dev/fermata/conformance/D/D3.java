// D3: return in the body, a close that throws, a catch on the same statement: the catch wins
// trace: x, close, caught, y, close a, caught a
// ends: value: from catch 2 (String)
class D3 {
  @Async
  Coroutine<Object> run() {
    log(await(part()));
    return done(await(second()));
  }

  @Async
  @SuppressWarnings("try")
  Coroutine<String> part() {
    try (Plain p = new Plain()) {
      return done("body" + await(at("x", 1)));
    } catch (IllegalStateException e) {
      await(done());
      return done("caught");
    }
  }

  @Async
  @SuppressWarnings("try")
  Coroutine<String> second() {
    try (AsyncCloseable a = () -> close("a")) {
      return done("body" + await(at("y", 1)));
    } catch (IllegalStateException e) {
      await(done());
      log("caught a");
      return done("from catch 2");
    }
  }

  @Async
  Coroutine<Void> close(String name) {
    await(ok("close " + name, 1));
    throw new IllegalStateException("c" + name);
  }

  static class Plain implements AutoCloseable {
    @Override
    public void close() {
      log("close");
      throw new IllegalStateException("close");
    }
  }
}
