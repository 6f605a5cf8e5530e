// B20: two sibling switches that await and declare the same names
// trace: a, b, t1 1, c, d, 2 x
// ends: value: null
class B20 {
  @Async
  Coroutine<Object> run() {
    switch (await(at("a", 1))) {
      case 1:
        {
          int t = 1;
          String s = await(at("b", "t" + t));
          log(s + " " + t);
          break;
        }
      default:
        log("default");
    }
    switch (await(at("c", 1))) {
      case 1:
        {
          String t = await(at("d", "x"));
          int s = 2;
          log(s + " " + t);
          break;
        }
      default:
        log("default");
    }
    return done(null);
  }
}
