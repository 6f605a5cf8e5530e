// C32: catches in their order, a subclass first; errors and smuggled checked exceptions pass typed catches by
// trace: x, sub, y, super, z, error, s, passed InterruptedException
// ends: value: null
class C32 {
  @Async
  Coroutine<Object> run() {
    await(part("x", new IllegalArgumentException("1")));
    await(part("y", new IllegalStateException("2")));
    try {
      await(part("z", new AssertionError("3")));
    } catch (AssertionError e) {
      log("error");
    }
    try {
      await(part("s", new InterruptedException("4")));
    } catch (Throwable e) {
      log("passed " + e.getClass().getSimpleName());
    }
    return done(null);
  }

  @Async
  Coroutine<Void> part(String name, Throwable failure) {
    try {
      await(fail(name, failure));
    } catch (IllegalArgumentException e) {
      await(done());
      log("sub");
    } catch (RuntimeException e) {
      await(done());
      log("super");
    }
    return done();
  }
}
