// C15: a finally that swallows an exception of its own: the pending return or throw still happens
// trace: x, inner, x, inner, boom
// ends: value: kept (String)
class C15 {
  @Async
  Coroutine<Object> run() {
    String value = await(part(true));
    try {
      await(part(false));
    } catch (IllegalArgumentException e) {
      log(e.getMessage());
    }
    return done(value);
  }

  @Async
  Coroutine<String> part(boolean returns) {
    try {
      if (returns) return done("kept");
      throw new IllegalArgumentException("boom");
    } finally {
      try {
        await(ok("x", 1));
        throw new IllegalStateException();
      } catch (IllegalStateException e) {
        await(done());
        log("inner");
      }
    }
  }
}
