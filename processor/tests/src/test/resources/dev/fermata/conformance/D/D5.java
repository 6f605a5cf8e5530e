// D5: an initialiser that awaits; the second one fails: the first resource is closed
// trace: a, b, close a, caught b, c, d, close c, caught d
// ends: value: null
class D5 {
  @Async
  @SuppressWarnings("try")
  Coroutine<Object> run() {
    try (Plain a = await(ok("a", new Plain("a")));
        Plain b = await(fail("b", new IllegalStateException("b")))) {
      log("never");
    } catch (IllegalStateException e) {
      log("caught " + e.getMessage());
    }
    try (AsyncCloseable c = await(ok("c", open("c")));
        AsyncCloseable d = await(fail("d", new IllegalStateException("d")))) {
      log("never");
    } catch (IllegalStateException e) {
      log("caught " + e.getMessage());
    }
    return done(null);
  }

  AsyncCloseable open(String name) {
    return () -> close(name);
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
