// C29: catch parameters that shadow a field, and that have the same name in nested and sibling catches
// trace: x, first, y, second, field, z, third
// ends: value: null
class C29 {
  String e = "field";

  @Async
  Coroutine<Object> run() {
    try {
      await(fail("x", new IllegalStateException("first")));
    } catch (IllegalStateException e) {
      log(e.getMessage());
      try {
        await(fail("y", new IllegalStateException("second")));
      } catch (IllegalStateException f) {
        await(done());
        log(f.getMessage());
      }
    }
    log(e);
    try {
      await(fail("z", new IllegalStateException("third")));
    } catch (IllegalStateException e) {
      await(done());
      log(e.getMessage());
    }
    return done(null);
  }
}
