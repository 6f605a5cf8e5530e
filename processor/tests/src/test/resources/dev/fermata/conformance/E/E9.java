// E9: a declaration without initialiser in a loop is unassigned in each iteration
// trace: x 0, zero 0, x 1, other 1, x 2, other 2
// ends: value: null
class E9 {
  @Async
  Coroutine<Object> run() {
    for (int i = 0; i < 3; i++) {
      String text;
      int n;
      int v = await(at("x " + i, i));
      if (v == 0) {
        text = "zero";
        n = 0;
      } else {
        text = "other";
        n = v;
      }
      await(done());
      log(text + " " + n);
    }
    return done(null);
  }
}
