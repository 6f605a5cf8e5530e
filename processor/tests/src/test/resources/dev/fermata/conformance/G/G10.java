// G10: static imports, nested types inherited from a superclass, names that clash with those of generated code
// trace: x, nested, y, machine frame, 3
// ends: value: null
class G10 extends G10Base {
  static class Machine {
    static final String SUSPENDED = "machine";
  }

  static class Execution {
    final String text = "frame";
  }

  @Async
  Coroutine<Object> run() {
    Nested n = await(at("x", new Nested()));
    log(n.name());
    int i = await(at("y", 1));
    log(Machine.SUSPENDED + " " + new Execution().text);
    Map.Entry<String, Integer> entry = Map.entry("k", i + 2);
    await(done());
    log(entry.getValue());
    return done(null);
  }
}

class G10Base {
  static class Nested {
    String name() {
      return "nested";
    }
  }
}
