// A44: poly expressions as arguments beside an await keep their inferred types
// trace: x, 1, y, 2, z, 3, v, 4
// ends: value: null
class A44 {
  @Async
  Coroutine<Object> run() {
    take(List.of(), await(at("x", "1")));
    log(call(() -> 1, await(at("y", 1))));
    take(new ArrayList<>(), await(at("z", "3")));
    log(apply(v -> v + 1, await(at("v", 3))));
    return done(null);
  }

  void take(List<String> list, String s) {
    for (String each : list) log(each.length());
    log(s);
  }

  int call(Callable<Integer> c, int plus) {
    try {
      return c.call() + plus;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  <V> V apply(UnaryOperator<V> f, V v) {
    return f.apply(v);
  }
}
