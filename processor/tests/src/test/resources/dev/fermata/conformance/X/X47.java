// X47: variables that patterns of private types have bound are assigned
class X47 {
  private record Point(int x) {}

  private static class Box {
    Point in;
  }

  @Async
  Coroutine<Object> of(Object o, Object q) {
    String s = "";
    if (o instanceof Point p) {
      p = new Point(p.x() + 1);
      s += p.x();
      Point r = p = null;
      s += r + " " + p;
    }
    if (o instanceof Point p && (p = new Point(await(at("a", 7)))).x() == 7) {
      s += p.x();
      await(at("b", 1));
      p = new Point(p.x() * 2);
      s += p;
    }
    if (!(q instanceof Box b)) {
      return done("no box");
    }
    s += b.in;
    b = new Box();
    b.in = new Point(3);
    await(at("c", 1));
    s += b.in;
    Function<Object, String> f =
        v -> {
          if (v instanceof Box x) {
            x = x.in == null ? new Box() : x;
            return "box" + x.in;
          }
          return "other";
        };
    return done(s + f.apply(b) + f.apply(new Box()) + f.apply(o));
  }

  @Async
  Coroutine<Object> run() {
    return done(await(of(new Point(4), new Box())) + "" + await(of(1, 2)));
  }
}
