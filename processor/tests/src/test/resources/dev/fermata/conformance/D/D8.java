// D8: a try with resources, catch and finally, with awaits in all parts
// trace: a, x, close a, c boom, f, end
// ends: value: null
class D8 {
  @Async
  @SuppressWarnings("try")
  Coroutine<Object> run() {
    try (AsyncCloseable a = await(ok("a", open("a")))) {
      await(fail("x", new IllegalStateException("boom")));
    } catch (IllegalStateException e) {
      await(ok("c " + e.getMessage(), 1));
    } finally {
      await(at("f", 1));
    }
    log("end");
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
}
