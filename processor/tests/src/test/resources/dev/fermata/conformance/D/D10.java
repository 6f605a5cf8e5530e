// D10: a scope sees how its body failed, and may replace the failure; it is asked after the body, inside the catches
// trace: x, exit null, y, exit boom, caught boom, z, exit boom, caught other, w, exit null
// ends: value: returned (String)
class D10 {
  @Async
  @SuppressWarnings("try")
  Coroutine<Object> run() {
    try (AsyncScope s = scope(false)) {
      await(ok("x", 1));
    }
    try (AsyncScope s = scope(false)) {
      await(fail("y", new IllegalStateException("boom")));
    } catch (IllegalStateException e) {
      log("caught " + e.getMessage());
    }
    try (AsyncScope s = scope(true)) {
      await(fail("z", new IllegalStateException("boom")));
    } catch (IllegalStateException e) {
      log("caught " + e.getMessage());
    }
    try (var s = scope(false)) {
      return done(await(ok("w", "returned")));
    }
  }

  AsyncScope scope(boolean replace) {
    return failure -> exit(failure, replace);
  }

  @Async
  Coroutine<Void> exit(Throwable failure, boolean replace) {
    await(ok("exit " + (failure == null ? null : failure.getMessage()), 1));
    if (replace) throw new IllegalStateException("other");
    return done();
  }
}
