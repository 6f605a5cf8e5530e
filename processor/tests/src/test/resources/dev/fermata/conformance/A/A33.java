// A33: conditionals with an await in one arm, under all four combinations of flags
// trace: f2, 2, 1, f1, f2, 3, f1, 2
// ends: value: null
class A33 {
  @Async
  Coroutine<Object> run() {
    boolean[] flags = {false, true};
    for (boolean c : flags) {
      for (boolean b : flags) {
        log((c ? await(at("f1", 1)) : 0) + (b ? 1 : await(at("f2", 2))));
      }
    }
    return done(null);
  }
}
