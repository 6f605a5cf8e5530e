// F5: switch patterns: the first match wins, bodies await, bindings live on; sealed without default; null fails or is a case
// since: 21
// trace: a, sq 2, b, circle 3.0, NPE, null case, c, big 9, d, int 1
// ends: value: null
class F5 {
  sealed interface Shape permits Square, Circle {}

  record Square(int side) implements Shape {}

  record Circle(double radius) implements Shape {}

  @Async
  Coroutine<Object> run() {
    for (Shape shape : new Shape[] {new Square(2), new Circle(3)}) {
      switch (shape) {
        case Square s -> {
          await(at("a", 1));
          log("sq " + s.side());
        }
        case Circle(double r) -> {
          await(at("b", 1));
          log("circle " + r);
        }
      }
    }
    Shape nothing = null;
    try {
      switch (nothing) {
        case Square s -> log(await(at("never", s)));
        case Circle c -> log(await(at("never", c)));
      }
    } catch (NullPointerException e) {
      log("NPE");
    }
    for (Object o : new Object[] {null, 9, 1}) {
      switch (o) {
        case null -> {
          await(done());
          log("null case");
        }
        case Integer i when i > 5 -> {
          await(at("c", 1));
          log("big " + i);
        }
        case Integer i -> {
          await(at("d", 1));
          log("int " + i);
        }
        default -> log("default");
      }
    }
    return done(null);
  }
}
