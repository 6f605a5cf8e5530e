// X29: choices among private classes and constants
// since: 21
class X29 {
  private sealed interface Shape permits Circle, Square, Dot {}
  private record Circle(int r) implements Shape {}
  private record Square(int s) implements Shape {}
  private enum Dot implements Shape { BLACK, WHITE }
  private sealed interface Expr permits Num, Add {}
  private record Num(int v) implements Expr {}
  private record Add(Expr a, Expr b) implements Expr {}
  private enum Color { RED, GREEN }
  record Open(int x) implements Comparable<Open> { public int compareTo(Open o) { return x - o.x; } }
  private static abstract class Node { abstract int eval(); int twice() { return 2 * eval(); } }
  private static final class Leaf extends Node { int v; Leaf(int v) { this.v = v; } int eval() { return v; } }
  static class Sum extends Node { final Node a, b; Sum(Node a, Node b) { this.a = a; this.b = b; } int eval() { return a.eval() + b.eval(); } }
  private class Inner { int k = base; int up() { return ++base; } }
  int base = 5;

  private static int eval(Expr e) { return e instanceof Num n ? n.v() : eval(((Add) e).a()) + eval(((Add) e).b()); }

  @Async Coroutine<String> one(Awaitable<Object> c) {
    Object o = await(c);
    String s = switch (o) { case Circle k when k.r() > 3 -> "big" + k; case Circle k -> "circle" + k.r(); case String t -> t; default -> "other"; };
    Expr e = new Add(new Num(1), new Num(await(at("a", 2))));
    s += eval(e);
    s += switch (e) { case Num n -> "n" + n.v(); case Add a -> "a" + eval(a.b()); };
    s += switch (e) { case Num n -> "n" + n.v() + await(at("b", 1)); case Add a when await(at("c", true)) -> "A" + eval(a.b()) + await(at("d", 3)); case Add a -> "never"; };
    Color color = Color.GREEN;
    s += switch (color) { case RED -> 1; case GREEN -> await(at("e", 2)); };
    switch (color) { case null -> s += "null"; case RED -> s += "r"; case GREEN -> s += "g"; }
    color = null;
    switch (color) { case null -> s += "null"; case RED -> s += "r"; case GREEN -> s += "g"; }
    try { switch (color) { case RED -> s += "r"; case GREEN -> s += "g" + await(at("f", 1)); } } catch (NullPointerException x) { s += "NPE"; }
    Node n = new Sum(new Leaf(3), new Leaf(await(at("g", 4))));
    s += n.eval() + n.twice() + ((Sum) n).a.eval();
    if (n instanceof Sum q && q.b instanceof Leaf l) s += l.v;
    List<Node> nodes = new ArrayList<>(List.of(n, new Leaf(1)));
    nodes.add(new Sum(n, n));
    s += await(at("h", nodes.stream().mapToInt(Node::eval).sum()));
    Inner i = new Inner();
    s += i.up() + i.k + await(at("i", i.up()));
    Inner j = this.new Inner();
    s += j.k;
    List<Open> opens = new ArrayList<>(List.of(new Open(2), new Open(1)));
    Collections.sort(opens);
    s += await(at("j", opens.toString()));
    Map<Color, List<Leaf>> m = new EnumMap<>(Color.class);
    m.computeIfAbsent(Color.RED, k -> new ArrayList<>()).add(new Leaf(9));
    for (Map.Entry<Color, List<Leaf>> en : m.entrySet()) { s += en.getKey() + "" + await(at("k", en.getValue().get(0).v)); }
    Comparator<Leaf> cmp = new Comparator<Leaf>() { public int compare(Leaf a, Leaf b) { return Integer.compare(a.v, b.v); } };
    s += cmp.compare(new Leaf(1), new Leaf(2));
    class Loc { final Leaf leaf; Loc(Leaf l) { leaf = l; } int get() { return leaf.v; } }
    Loc loc = new Loc(new Leaf(8));
    s += await(at("l", loc.get()));
    int[] k = {0};
    Function<Integer, Leaf> mk = Leaf::new;
    s += mk.apply(4).v;
    Supplier<Inner> si = Inner::new;
    s += si.get().k;
    BiFunction<Leaf, Leaf, Sum> add = Sum::new;
    s += add.apply(new Leaf(1), new Leaf(2)).eval();
    Leaf bound = new Leaf(6);
    IntSupplier is = bound::twice;
    s += is.getAsInt();
    s += java.util.stream.Stream.of(new Leaf(3), new Leaf(1)).sorted(Comparator.comparing((Leaf z) -> z.v)).map(z -> z.v).toList();
    Optional<Leaf> opt = java.util.stream.Stream.of(bound).findFirst();
    s += opt.map(z -> z.v).orElse(0) + opt.get().eval();
    Leaf t = opt.isPresent() ? opt.get() : new Leaf(await(at("m", 0)));
    s += t.v;
    synchronized (t) { s += t.v; }
    int h = Objects.requireNonNull(t).v + t.v++ ;
    return done(s + h);
  }

  @Async Coroutine<Object> run() {
    log(await(one(at("A", (Object) new Circle(4)))));
    log(await(one(at("B", (Object) new Circle(2)))));
    return done(await(one(at("C", (Object) "str"))));
  }
}
