// B5: an infinite loop with its await only in a branch that is not taken
// trace: 10
// ends: value: null
class B5 {
  @Async
  Coroutine<Object> run() {
    int n = 0;
    boolean never = n > 0;
    String text = "t";
    while (true) {
      if (never) {
        text = await(at("x", "y"));
      }
      n++;
      if (n == 10) break;
    }
    log(n);
    return done(null);
  }
}
