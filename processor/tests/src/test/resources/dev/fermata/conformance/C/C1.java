// C1: return await(F) in a try whose catch returns: F fails, the catch answers
// trace: f
// ends: value: -1 (Integer)
class C1 {
  @Async
  Coroutine<Object> run() {
    try {
      return done(await(fail("f", new IllegalStateException())));
    } catch (IllegalStateException e) {
      return done(-1);
    }
  }
}
