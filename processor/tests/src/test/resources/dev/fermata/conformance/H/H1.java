// H1: calling a method runs nothing and throws nothing: its failure comes when it is awaited
// trace: called, body, caught boom
// ends: value: null
class H1 {
  @Async
  Coroutine<Object> run() {
    Coroutine<Integer> c = failing();
    log("called");
    try {
      await(c);
    } catch (IllegalStateException e) {
      log("caught " + e.getMessage());
    }
    return done(null);
  }

  @Async
  Coroutine<Integer> failing() {
    log("body");
    throw new IllegalStateException("boom");
  }
}
