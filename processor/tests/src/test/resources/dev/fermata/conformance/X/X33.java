// X33: variables whose type has elements of several types
class X33 {
  interface Shape {
    double area();
  }

  record Circle(double r) implements Shape {
    public double area() {
      return 3 * r * r;
    }
  }

  record Square(double s) implements Shape {
    public double area() {
      return s * s;
    }
  }

  private record Tri(double h) implements Shape {
    public double area() {
      return h;
    }
  }

  private interface Hid {
    int n();
  }

  private record H1(int n) implements Hid {}

  private record H2(int n) implements Hid {}

  @Async
  Coroutine<String> m(Awaitable<Integer> c) {
    var all = List.of(new Circle(1), new Square(2));
    var arr = new Shape[] {new Circle(1)};
    String s = "";
    int k = await(c);
    for (var x : all) s += x.area() + await(at("b", 1));
    s += all.stream().mapToDouble(Shape::area).sum();
    var first = all.get(0);
    s += await(at("c", first.area())) + first.hashCode();
    var opt = all.stream().filter(x -> x.area() > 3.5).findFirst();
    await(yieldNow());
    s += opt.get().area() + opt.map(x -> x.area()).orElse(0.0);
    var map = new TreeMap<>(Map.of("a", 1, "b", 2.5));
    await(yieldNow());
    map.put("c", 3L == 3 ? 3 : 4);
    for (var e : map.entrySet())
      s += e.getKey() + e.getValue() + await(at("d", e.getValue().intValue()));
    var mixed = new ArrayList<>(List.of(1, "a"));
    int z = await(at("e", 2));
    mixed.add("b");
    mixed.add(z);
    mixed.addAll(List.of("c"));
    mixed.set(0, "q");
    mixed = new ArrayList<>(mixed);
    s += mixed + "" + await(at("f", mixed.size()));
    var hid = List.of(new H1(1), new H2(2));
    await(yieldNow());
    for (var h : hid) s += h.n() + await(at("g", h.n()));
    var tri = List.of(new Tri(1), new Square(2));
    await(yieldNow());
    for (var t : tri) s += t.area() + await(at("h", t.area()));
    int r =
        await(
            async(
                () -> {
                  int q = 0;
                  for (var x : all) {
                    q += (int) x.area();
                    await(yieldNow());
                  }
                  return q;
                }));
    await(yieldNow());
    return done(s + r);
  }

  @Async
  Coroutine<Object> run() {
    return done(await(m(at("A", 2))));
  }
}
