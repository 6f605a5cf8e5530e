// X32: records of private types are taken apart
// since: 21
class X32 {
  private sealed interface Shape permits Circle, Rect, Group {}
  private record Circle(double r) implements Shape {}
  private record Rect(Point from, Point to) implements Shape {}
  private record Group(String name, List<Shape> all) implements Shape {}
  private record Point(int x, Integer y) {}
  record Named(String name, Shape shape) {}
  record Any(Object o, int n) {}
  private record Box<T>(T value) {}
  private sealed interface Tree<T> permits Leaf, Fork {}
  private record Leaf<T>(T v) implements Tree<T> {}
  private record Fork<T>(Tree<T> l, Tree<T> r) implements Tree<T> {}
  private record Bad(int k) { public int k() { if (k < 0) throw new IllegalStateException("neg"); return k; } }

  private static int sum(Tree<Integer> t) { return switch (t) { case Leaf<Integer>(var v) -> v; case Fork<Integer>(var l, var r) -> sum(l) + sum(r); }; }

  @Async Coroutine<String> area(Shape0 in, Awaitable<Integer> c) {
    Shape s = (Shape) in.o();
    String out = switch (s) {
      case Circle(double r) when r > 10 -> "big";
      case Circle(double r) -> "c" + r * 2;
      case Rect(Point(int a, Integer b), Point(var x, var y)) when x > a -> "r" + (x - a) + (y - b);
      case Rect(var f, Point t) -> "R" + f.x() + (t == null ? "null" : t.y());
      case Group(String n, var all) -> n + all.size();
    };
    out += await(c);
    out += switch (s) {
      case Circle(var r) -> "c" + r + await(at("b", 1));
      case Rect(Point(int a, var b), var t) when await(at("c", a < 5)) -> "ok" + a + b + await(at("d", 2));
      case Rect r -> "other" + r.from();
      case Group(var n, var all) when all.isEmpty() -> "empty" + await(at("e", n));
      case Group g -> g.name();
    };
    if (s instanceof Rect(Point(int a, Integer b), Point t) && t != null) out += a + b + t.x();
    if (!(s instanceof Rect(var f, var t))) return done(out + "-");
    out += f.x() + await(at("f", t == null ? 0 : t.x()));
    Object o = new Named("n", s);
    if (o instanceof Named(String n, Rect(Point(var q, var w), var z)) ) out += n + q + w;
    if (o instanceof Named(var n, Circle cc)) out += "never" + cc;
    if (o instanceof Named(var n, Rect rr)) out += rr.from().y();
    Object any = new Any(new Point(7, 8), 9);
    if (any instanceof Any(Point p, int n)) out += p.x() + n;
    if (any instanceof Any(Point(int x, Integer y), int n)) out += x + y + n + await(at("g", x));
    Box<Box<String>> bb = new Box<>(new Box<>("deep"));
    if (bb instanceof Box<Box<String>>(Box<String>(var str))) out += str.length() + str;
    Tree<Integer> tree = new Fork<>(new Leaf<>(1), new Fork<>(new Leaf<>(2), new Leaf<>(await(at("h", 3)))));
    out += sum(tree);
    out += switch (tree) { case Leaf<Integer>(Integer v) -> v; case Fork<Integer>(Leaf<Integer>(var v), var r) -> v + 10 + await(at("i", sum(r))); case Fork<Integer> fk -> -1; };
    try { Object bad = new Bad(-1); if (bad instanceof Bad(int k)) out += k; } catch (MatchException e) { out += e.getCause().getMessage(); }
    Function<Object, String> fn = v -> v instanceof Point(int x, Integer y) && x > 0 ? "P" + y : "no";
    out += fn.apply(new Point(1, 2)) + fn.apply("");
    Object nul = new Rect(null, new Point(1, 1));
    if (nul instanceof Rect(Point(var x1, var y1), var z)) out += "bad"; else out += "nonull";
    if (nul instanceof Rect(Point pp, var z)) out += pp == null;
    return done(out);
  }
  record Shape0(Object o) {}

  @Async
  Coroutine<Object> run() {
    List<Object> all =
        List.of(
            new Circle(11),
            new Circle(2),
            new Rect(new Point(1, 2), new Point(3, 4)),
            new Rect(new Point(9, 2), new Point(3, 4)),
            new Rect(new Point(1, 1), null),
            new Group("g", List.of()),
            new Group("h", List.of(new Circle(1))));
    for (Object o : all) {
      log(await(area(new Shape0(o), at("A", 5))));
    }
    return done(null);
  }
}
