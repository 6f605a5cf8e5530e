// F12: a switch over a string variable that lives across awaits
// trace: x, two, y, 2
// ends: value: null
class F12 {
  @Async
  Coroutine<Object> run() {
    String scrutinee = "two";
    await(at("x", 1));
    log(scrutinee);
    int v =
        switch (scrutinee) {
          case "one" -> 1;
          case "two" -> await(at("y", 2));
          default -> 0;
        };
    log(v);
    return done(null);
  }
}
