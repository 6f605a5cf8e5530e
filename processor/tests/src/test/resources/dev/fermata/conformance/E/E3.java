// E3: a lambda that captures blank locals which both branches assign around awaits
// trace: x, a 1, y, b 2
// ends: value: null
class E3 {
  @Async
  Coroutine<Object> run() {
    for (boolean c : new boolean[] {true, false}) {
      final int n;
      String s;
      if (c) {
        n = await(at("x", 1));
        s = "a";
      } else {
        s = "b";
        n = await(at("y", 2));
      }
      Supplier<String> f = () -> s + " " + n;
      await(done());
      log(f.get());
    }
    return done(null);
  }
}
