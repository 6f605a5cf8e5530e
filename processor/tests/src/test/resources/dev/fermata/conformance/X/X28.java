// X28: private classes in a generic owner
class X28 {
  @Async
  Coroutine<Object> run() {
    return done(await(new AsyncX28_Owner<String>().one("x", 7L, at("A", 3))));
  }

  static class Owner<T> {
    private record Point(int x, int y) {}

    private static class Cell {
      Object v;
      Cell next;

      Cell(Object v, Cell next) {
        this.v = v;
        this.next = next;
      }
    }

    private class Box {
      T value;

      Box(T v) {
        value = v;
      }

      T get() {
        return value;
      }

      <U> Map.Entry<T, U> pair(U u) {
        return Map.entry(value, u);
      }
    }

    private T t;

    private Box box(T v) {
      return new Box(v);
    }

    private <U> List<Point> points(U u, Function<U, Integer> f) {
      return List.of(new Point(f.apply(u), 1));
    }

    private static <U extends Comparable<U>> U max(List<? extends U> l, Point p) {
      return Collections.max(l);
    }

    private <U> U pick(U a, Point p) {
      return a;
    }

    private Map<String, List<Point>> m = new TreeMap<>();
    private Point[] array = {new Point(1, 1)};
    private static int count;
    private Point lazy;

    private Point lazy() {
      if (lazy == null) lazy = new Point(count, ++count);
      return lazy;
    }

    @Async
    <V> Coroutine<String> one(T x, V v, Awaitable<Integer> c) {
      String s = "";
      Box b = box(x);
      Box b2 = new Box(x);
      s += await(c);
      T y = b.get();
      s += y + "" + b2.value + b.pair(v).getValue();
      b.value = x;
      List<Point> ps = points("abc", String::length);
      for (Point p : ps) s += p.x() + await(at("b", p.y()));
      s +=
          max(List.of(1, 5, 2), new Point(0, 0))
              + pick("z", null)
              + this.<Integer>pick(3, new Point(1, 1));
      m.computeIfAbsent("k", k -> new ArrayList<>()).add(new Point(4, 5));
      s += m.get("k").get(0).y();
      array[0] = lazy();
      s += array[0].equals(lazy()) + "" + array.length + await(at("c", array[0].x()));
      array = new Point[] {lazy(), null};
      s += array.length;
      Cell cell = null;
      for (int i = 0; i < 3; i++) cell = new Cell(await(at("d", i)), cell);
      for (Cell k = cell; k != null; k = k.next) s += k.v;
      cell.next.v = "q";
      cell.next = cell.next.next;
      s += cell.next.v;
      s +=
          await(
              async(
                  () -> {
                    Cell q = new Cell(v, null);
                    await(yieldNow());
                    return q.v;
                  }));
      Function<Object, Cell> f = o -> new Cell(o, null);
      s += f.apply(1).v;
      Cell[][] grid = new Cell[2][2];
      grid[1][0] = f.apply(7);
      s += grid[1][0].v + "" + grid[0].length;
      s += await(at("e", grid)).length;
      return done(s);
    }
  }
}
