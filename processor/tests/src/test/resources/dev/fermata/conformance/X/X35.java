// X35: switches over private types with groups of statements, and inside of each other
// since: 22
class X35 {
  private sealed interface Shape permits Circle, Square {}

  private record Circle(int radius) implements Shape {}

  private record Square(int side) implements Shape {}

  private enum Co {
    A,
    B
  }

  @Async
  Coroutine<Object> run() {
    String text = "";
    for (Shape x : List.of(new Circle(1), new Square(2))) {
      Shape y = x;
      switch (y) {
        case Circle c:
          text += "c" + c.radius();
          break;
        case Square s:
          text += "s" + s.side();
      }
      Co co = x instanceof Circle(_) ? null : Co.B;
      switch (co) {
        case A:
          text += "A";
          break;
        case null:
          text += "null";
          break;
        case B:
          text += "B";
      }
      text +=
          switch (x) {
            case Circle a ->
                switch (y) {
                  case Circle b -> a.radius() + b.radius();
                  case Square s -> -1;
                };
            case Square a ->
                switch (y) {
                  case Circle b -> -2;
                  case Square b -> a.side() * b.side() + await(at("a", 1));
                };
          };
    }
    return done(text);
  }
}
