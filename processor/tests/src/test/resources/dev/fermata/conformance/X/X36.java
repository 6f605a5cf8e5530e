// X36: classes of a generic body that outlive an await and do not mention its type variables
class X36 {
  private record Point(int x) {}


  @Async
  <T> Coroutine<Object> of(int n, T t) {
    class Oops extends RuntimeException {
      final int at;

      Oops(int at) {
        super("oops " + n);
        this.at = at;
      }
    }
    class Box {
      int v = n;

      @Override
      public String toString() {
        return "box" + v;
      }
    }
    class Far extends Box {
      @Override
      public String toString() {
        return "far" + v;
      }
    }
    class Holder<X> {
      final X x;

      Holder(X x) {
        this.x = x;
      }
    }
    class Mentions {
      T held = t;
      Point point = new Point(n);
    }
    String s = "";
    Point p = new Point(5);
    Box[] boxes = {new Box(), new Far()};
    await(at("a", 1));
    boxes[0].v++;
    try {
      await(at("b", 1));
      if (n > 0) {
        throw new Oops(3);
      }
    } catch (Oops e) {
      s += e.getMessage() + e.at;
    }
    Object o = await(at("c", new Far()));
    if (o instanceof Box b && b.v == n) {
      s += b;
    }
    if (o instanceof Far) {
      s += " is far";
    }
    Box[][] more = new Box[2][3];
    more[1][2] = (Box) o;
    Mentions mentions = new Mentions();
    await(at("d", 1));
    Holder<T> h = new Holder<>(t);
    for (Box b : new ArrayList<>(List.of(boxes))) {
      s += await(at("e", b));
    }
    s += Box[].class.getComponentType().getSimpleName();
    return done(s + more[1][2] + h.x + p.x() + mentions.held + mentions.point.x());
  }

  @Async
  Coroutine<Object> run() {
    return of(3, "t");
  }
}
