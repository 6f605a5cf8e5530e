// D6: an existing variable and a field as resources; a resource variable that a lambda captures
// trace: x, close field, close r, captured c, y, close c
// ends: value: null
class D6 {
  final Plain field = new Plain("field");

  @Async
  Coroutine<Object> run() {
    Plain r = new Plain("r");
    try (r;
        this.field) {
      await(at("x", 1));
    }
    try (Plain c = new Plain("c")) {
      Supplier<String> s = () -> "captured " + c.name();
      log(s.get());
      await(at("y", 1));
    }
    return done(null);
  }

  record Plain(String name) implements AutoCloseable {
    @Override
    public void close() {
      log("close " + name);
    }
  }
}
