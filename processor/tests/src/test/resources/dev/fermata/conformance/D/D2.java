// D2: two resources; the body throws and both closes throw: the body's exception, with both suppressed in the order of closing
// trace: x, close b, close a, body [cb; ca], y, close d, close c, body [cd; cc]
// ends: value: null
class D2 {
  @Async
  @SuppressWarnings("try")
  Coroutine<Object> run() {
    try (Plain a = new Plain("a");
        Plain b = new Plain("b")) {
      await(ok("x", 1));
      throw new IllegalStateException("body");
    } catch (IllegalStateException e) {
      show(e);
    }
    try (AsyncCloseable c = () -> close("c");
        AsyncCloseable d = () -> close("d")) {
      await(fail("y", new IllegalStateException("body")));
    } catch (IllegalStateException e) {
      show(e);
    }
    return done(null);
  }

  static void show(Throwable e) {
    StringJoiner suppressed = new StringJoiner("; ", " [", "]");
    for (Throwable s : e.getSuppressed()) suppressed.add(s.getMessage());
    log(e.getMessage() + suppressed);
  }

  @Async
  Coroutine<Void> close(String name) {
    await(ok("close " + name, 1));
    throw new IllegalStateException("c" + name);
  }

  record Plain(String name) implements AutoCloseable {
    @Override
    public void close() {
      log("close " + name);
      throw new IllegalStateException("c" + name);
    }
  }
}
