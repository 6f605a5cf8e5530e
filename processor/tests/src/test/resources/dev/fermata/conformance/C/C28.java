// C28: a catch parameter that is reassigned after an await; a multi-catch parameter used after one
// trace: x, c, changed, y, d, io FileNotFoundException
// ends: value: null
class C28 {
  @Async
  Coroutine<Object> run() {
    try {
      await(fail("x", new IllegalStateException("first")));
    } catch (IllegalStateException e) {
      await(ok("c", 1));
      e = new IllegalStateException("changed");
      await(done());
      log(e.getMessage());
    }
    try {
      await(fail("y", new FileNotFoundException("io")), IOException.class);
      await(done(), TimeoutException.class);
    } catch (IOException | TimeoutException e) {
      await(ok("d", 1));
      log(e.getMessage() + " " + e.getClass().getSimpleName());
    }
    return done(null);
  }
}
