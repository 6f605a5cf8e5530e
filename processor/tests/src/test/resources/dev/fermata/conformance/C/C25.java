// C25: an exception in a catch body: the finally of that try runs, its other catches do not
// trace: x, c, f, out second
// ends: value: null
class C25 {
  @Async
  Coroutine<Object> run() {
    try {
      try {
        await(fail("x", new IllegalStateException("first")));
      } catch (IllegalStateException e) {
        await(ok("c", 1));
        throw new IllegalArgumentException("second");
      } catch (IllegalArgumentException e) {
        log("sibling");
      } finally {
        await(ok("f", 1));
      }
    } catch (IllegalArgumentException e) {
      log("out " + e.getMessage());
    }
    return done(null);
  }
}
