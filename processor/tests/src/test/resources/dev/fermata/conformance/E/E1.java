// E1: a lambda per iteration captures the loop variable and an awaited local: distinct values
// trace: x a, x b, x c, a1, b2, c3
// ends: value: null
class E1 {
  @Async
  Coroutine<Object> run() {
    List<Supplier<String>> out = new ArrayList<>();
    int n = 0;
    for (String k : List.of("a", "b", "c")) {
      n++;
      int len = await(at("x " + k, n));
      out.add(() -> k + len);
    }
    for (Supplier<String> s : out) log(s.get());
    return done(null);
  }
}
