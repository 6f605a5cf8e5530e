// C12: return in a try in a loop: at once, the loop does not run on
// trace: x, f
// ends: value: 0 (Integer)
class C12 {
  @Async
  Coroutine<Object> run() {
    for (int i = 0; i < 2; i++) {
      try {
        await(at("x", 1));
        return done(i);
      } finally {
        log("f");
      }
    }
    return done("not reached");
  }
}
