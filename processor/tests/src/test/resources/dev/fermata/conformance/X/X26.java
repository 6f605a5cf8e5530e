// X26: values of private records, enums, exceptions, resources and sealed interfaces
class X26 {
  private record Point(int x, int y) {
    int sum() {
      return x + y;
    }

    static Point of(int v) {
      return new Point(v, v);
    }

    Point plus(Point o) {
      return new Point(x + o.x, y + o.y);
    }
  }

  private enum Op implements IntBinaryOperator {
    ADD {
      public int applyAsInt(int a, int b) {
        return a + b;
      }
    },
    SUB {
      public int applyAsInt(int a, int b) {
        return a - b;
      }
    }
  }

  private sealed interface Shape permits Circle, Square {}

  private record Circle(int r) implements Shape {}

  private record Square(int s) implements Shape {}

  private static class Bad extends Exception {
    final int code;

    Bad(int code) {
      super("bad " + code);
      this.code = code;
    }
  }

  private static class Counter {
    int n;

    int inc() {
      return ++n;
    }
  }

  private static class Res implements AutoCloseable {
    final List<String> log;

    Res(List<String> log) {
      this.log = log;
      log.add("open");
    }

    public void close() {
      log.add("close");
    }
  }

  private final List<Point> points = new ArrayList<>();
  private final Map<String, Point> named = new HashMap<>();
  final Point origin = new Point(0, 0);
  Point last;

  private int total(Point... all) {
    int t = 0;
    for (Point p : all) t += p.sum();
    return t;
  }

  List<Point> all() {
    return points;
  }

  private static int area(Shape s) {
    return s instanceof Circle c ? c.r() * 3 : ((Square) s).s() * 2;
  }

  @Async
  Coroutine<Integer> one(Awaitable<Integer> c) {
    Point p = new Point(1, 2);
    int v = await(c);
    Point q = p.plus(new Point(v, v));
    points.add(q);
    all().add(Point.of(7));
    named.put("q", q);
    last = q;
    var r = named.get("q");
    int w = await(at("a", v));
    return done(
        q.sum() + points.size() + r.x() + last.y() + origin.x() + total(p, q, r) + total() + w);
  }

  @Async
  Coroutine<String> two(Awaitable<Integer> c) {
    Op op = Op.ADD;
    int a = await(c);
    int x =
        switch (op) {
          case ADD -> 1;
          case SUB -> 2;
        };
    int y =
        switch (Op.SUB) {
          case ADD:
            yield 10;
          case SUB:
            yield await(at("b", 20));
        };
    EnumMap<Op, Integer> m = new EnumMap<>(Op.class);
    for (Op o : Op.values()) m.put(o, o.applyAsInt(a, o.ordinal()));
    switch (op) {
      case SUB:
        x += 100;
      default:
        x += 5;
    }
    return done(m + " " + x + " " + y + " " + Op.valueOf("SUB") + op.compareTo(Op.SUB));
  }

  @Async
  Coroutine<String> three(Awaitable<Object> c) {
    Object o = await(c);
    String s = "";
    if (o instanceof Point p && p.x() > 0) s += "P" + p.x();
    if (!(o instanceof Point p)) {
      return done("no");
    }
    s += p;
    Point[] ps = {p, new Point(3, 4)};
    Point[] qs = new Point[2];
    qs[0] = ps[1];
    Object none = await(at("c", (Object) "x"));
    s += none instanceof Point;
    s +=
        p.equals(qs[0])
            + ps.getClass().getSimpleName()
            + qs.getClass().getSimpleName()
            + Point.class.getSimpleName();
    Point k = (Point) o;
    s += k.y();
    try {
      Point z = (Point) none;
      s += z;
    } catch (ClassCastException e) {
      s += "CCE";
    }
    List<Point> l =
        java.util.stream.Stream.of(ps).map(v -> v.plus(v)).filter(v -> v.x() > 0).collect(java.util.stream.Collectors.toList());
    l.sort(Comparator.comparing(Point::x).reversed());
    s +=
        l
            + " "
            + l.stream().mapToInt(Point::sum).sum()
            + Arrays.toString(l.stream().toArray(Point[]::new))
            + java.util.stream.Stream.of(1, 2).map(Point::of).toList();
    Predicate<Object> t = v -> v instanceof Point pt && pt.x() == 3;
    s += t.test(qs[0]);
    return done(s);
  }

  @Async
  Coroutine<String> four(Awaitable<Integer> c) {
    String s = "";
    try {
      if (await(at("d", 1)) > 0) throw new Bad(5);
    } catch (Bad e) {
      s += e.code;
    }
    try {
      throw new Bad(6);
    } catch (Bad e) {
      s += e.code;
    } catch (Exception e) {
      s += "E";
    } finally {
      s += "F";
    }
    Supplier<String> f =
        () -> {
          try {
            throw new Bad(7);
          } catch (RuntimeException e) {
            return "R";
          } catch (Bad e) {
            return "B" + e.code;
          }
        };
    s += f.get();
    Counter n = new Counter();
    n.inc();
    n.n += 5;
    n.n++;
    s += await(at("e", n.n));
    s += n.n--;
    List<String> log = new ArrayList<>();
    try (Res r = new Res(log)) {
      log.add("body" + r.log.size());
    }
    try (Res r = new Res(log)) {
      log.add("body" + await(at("f", 1)));
    }
    s += log;
    Shape sh = new Circle(4);
    s += area(sh) + area(new Square(2));
    Shape ch = await(at("g", 1)) > 0 ? new Circle(1) : new Square(1);
    s += ch + " " + List.<Shape>of(new Circle(1), new Square(2));
    var mixed = List.of(new Circle(1), new Square(2));
    s += await(at("h", 1));
    for (Shape m : mixed) s += area(m);
    return done(s);
  }

  @Async
  Coroutine<List<Point>> five(List<Point> in) {
    List<Point> out = new ArrayList<>(in);
    out.add(new Point(await(at("i", 1)), 1));
    return done(out);
  }

  @Async
  Coroutine<String> six() {
    List<Point> l = await(five(await(five(List.of()))));
    Coroutine<List<Point>> c = five(l);
    return done(l + "" + await(c) + await(gather(five(l), five(l))));
  }

  @Async
  AsyncGenerator<Point> gen(int n) {
    for (int i = 0; i < n; i++) {
      emit(new Point(i, await(at("j", i))));
    }
    return end();
  }

  @Async
  Coroutine<String> seven() {
    String s = "";
    for (Point p : awaitEach(gen(3))) {
      s += p.sum();
      try {
        throw new Bad(1);
      } catch (Bad e) {
        s += "b";
      }
    }
    int z =
        await(
            async(
                () -> {
                  Point p = new Point(9, await(at("k", 9)));
                  return p.sum();
                }));
    return done(s + z);
  }

  @Async
  Coroutine<Object> run() {
    log(await(one(at("A", 3))));
    log(await(two(at("B", 4))));
    log(await(three(at("C", new Point(3, 4)))));
    log(await(three(at("D", "x"))));
    log(await(four(at("E", 1))));
    log(await(six()));
    return done(await(seven()));
  }
}
