// X31: private classes that are called like what generated code names
class X31 {
  private record Machine(int v) {}

  private enum Access {
    A,
    B
  }

  private static class Match {
    int k = 1;
  }

  private record Record(String s) {}

  private static class Execution extends RuntimeException {}

  private record MethodHandles<T>(T t) {}

  @Async
  Coroutine<Object> run() {
    return done(await(m(2)));
  }

  @Async
  Coroutine<String> m(int Array) {
    Machine Machine = new Machine(await(at("a", 1)));
    String s = "";
    Object o = new Match();
    for (Access a : Access.values()) {
      switch (a) {
        case A -> s += "a";
        case B -> s += await(at("b", "b"));
      }
      if (o instanceof Match m && m.k == 1) {
        s += "m";
        o = s;
      }
    }
    Record[] records = new Record[Array];
    records[0] = new Record("x");
    s += records[0].s() + records.length;
    try {
      throw new Execution();
    } catch (Execution e) {
      s += "E";
    }
    MethodHandles<String> h = new MethodHandles<>("h");
    s += await(at("c", h)).t();
    return done(s + Machine.v());
  }
}
