// X48: parts of records that are of private types and have no name
// since: 22
class X48 {
  private record Point(int x, String name) {}

  private record Line(Object from, Point to) {}

  @Async
  Coroutine<Object> of(Object o) {
    String s = "";
    if (o instanceof Line(Point _, Point(int x, _))) {
      s += "points " + await(at("a", x));
    }
    switch (o) {
      case Line(Point _, var to) when to.x() > await(at("b", 3)) -> s += "far" + to;
      case Line(Point _, Point _) -> s += "near";
      case Line(String from, _) -> s += from;
      case Point _ -> s += "point";
      default -> s += "other";
    }
    return done(s + (o instanceof Line(Point _, _)) + (o instanceof Point _));
  }

  @Async
  Coroutine<Object> run() {
    Point p = new Point(1, "p");
    Point q = new Point(4, "q");
    String all = "";
    for (Object o : List.of(new Line(p, q), new Line(q, p), new Line("s", p), p, 1)) {
      all += await(of(o)) + ";";
    }
    return done(all);
  }
}
