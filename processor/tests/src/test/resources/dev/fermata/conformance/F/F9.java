// F9: a switch expression as the second argument: the first is evaluated before it
// trace: first, sel, a, third, f 1 2 3
// ends: value: null
class F9 {
  @Async
  Coroutine<Object> run() {
    f(
        op("first", 1),
        switch (op("sel", 1)) {
          case 1 -> await(at("a", 2));
          default -> 0;
        },
        op("third", 3));
    return done(null);
  }

  void f(int a, int b, int c) {
    log("f " + a + " " + b + " " + c);
  }
}
