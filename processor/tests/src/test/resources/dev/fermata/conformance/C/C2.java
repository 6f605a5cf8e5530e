// C2: what the awaited expression throws before there is anything to await is caught by the same try
// trace: thrower, caught boom, finally
// ends: value: null
class C2 {
  @Async
  Coroutine<Object> run() {
    try {
      await(thrower());
      log("never");
    } catch (IllegalStateException e) {
      log("caught " + e.getMessage());
    } finally {
      log("finally");
    }
    return done(null);
  }

  Awaitable<Integer> thrower() {
    log("thrower");
    throw new IllegalStateException("boom");
  }
}
