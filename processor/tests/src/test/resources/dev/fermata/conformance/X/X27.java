// X27: private classes with type parameters
class X27 {
  private record Pair<A, B>(A a, B b) {
    Pair<B, A> swap() {
      return new Pair<>(b, a);
    }

    static <X> Pair<X, X> twin(X x) {
      return new Pair<>(x, x);
    }

    <C> Pair<A, C> with(C c) {
      return new Pair<>(a, c);
    }
  }

  private sealed interface Result<T> permits Ok, Err {
    default T orElse(T t) {
      return this instanceof Ok<T> ok ? ok.value() : t;
    }
  }

  private record Ok<T>(T value) implements Result<T> {}

  private record Err<T>(String why) implements Result<T> {}

  private static class Node<T extends Comparable<T>> {
    T v;
    Node<T> l, r;
    int n;

    Node(T v) {
      this.v = v;
    }

    void add(T x) {
      n++;
      if (x.compareTo(v) < 0) {
        if (l == null) l = new Node<>(x);
        else l.add(x);
      } else {
        if (r == null) r = new Node<>(x);
        else r.add(x);
      }
    }

    void each(Consumer<? super T> c) {
      if (l != null) l.each(c);
      c.accept(v);
      if (r != null) r.each(c);
    }

    <R extends Comparable<R>> Node<R> map(Function<T, R> f) {
      Node<R>[] m = new Node[1];
      each(
          x -> {
            R y = f.apply(x);
            if (m[0] == null) m[0] = new Node<>(y);
            else m[0].add(y);
          });
      return m[0];
    }
  }

  private static class Cache<K, V> {
    private final Map<K, V> m = new HashMap<>();

    V get(K k, Function<? super K, ? extends V> f) {
      return m.computeIfAbsent(k, f);
    }

    List<V> all() {
      return new ArrayList<>(m.values());
    }
  }

  private final Cache<String, Integer> cache = new Cache<>();
  private Pair<String, Integer> pair;

  private static <T> Result<T> of(T t) {
    return t == null ? new Err<>("null") : new Ok<>(t);
  }

  @Async
  Coroutine<String> one(Awaitable<String> c) {
    Pair<String, Integer> p = new Pair<>("k", 4);
    String s = await(c);
    int n = p.b() + 1;
    String k = p.a().toUpperCase();
    Pair<Integer, String> q = p.swap();
    s += q.a() + q.b().length() + n + k;
    pair = p;
    s += pair.a().length() + await(at("a", pair.b()));
    var t = Pair.twin("z");
    s += t.a().length() + t.with(5).b();
    for (Pair<String, Integer> x : List.of(p, new Pair<>("m", await(at("b", 8)))))
      s += x.a().charAt(0) + "" + (x.b() + 1);
    List<String> names = java.util.stream.Stream.of(p, new Pair<>("b", 2)).map(Pair::a).sorted().toList();
    s += names.get(0).length() + "" + names;
    Map<String, Integer> m =
        java.util.stream.Stream.of(p, new Pair<>("b", 2)).collect(java.util.stream.Collectors.toMap(Pair::a, Pair::b));
    s += m.get("b") + await(at("c", 1));
    s +=
        cache.get("abc", String::length)
            + cache.get("abcd", x -> x.length() * 2)
            + cache.all().stream().mapToInt(Integer::intValue).sum();
    Result<Integer> r = of(5);
    s += r.orElse(1) + of((Integer) null).orElse(await(at("d", 9)));
    if (r instanceof Ok<Integer> ok && ok.value() > 3) s += "ok" + ok.value();
    Object o = r;
    if (o instanceof Ok<?> ok) s += ok.value();
    Node<Integer> root = new Node<>(5);
    for (int i : new int[] {3, 8, 1}) root.add(i + await(at("e", 0)));
    List<Integer> out = new ArrayList<>();
    root.each(out::add);
    root.each(x -> out.add(x + 1));
    s += out;
    root.n += 2;
    root.n++;
    root.v = root.v + 1;
    root.v += 2;
    s += root.n + "" + root.v + root.l.v.intValue();
    Node<String> str = root.map(x -> "s" + x);
    s += str.v.length() + await(at("f", str)).v;
    BiFunction<String, Integer, Pair<String, Integer>> mk = Pair::new;
    s += mk.apply("q", 1).a().length();
    Function<String, Ok<String>> mo = Ok<String>::new;
    s += mo.apply("r").value().length();
    List<Result<Integer>> rs = List.of(new Ok<>(1), new Err<>("x"), of(3));
    int sum = 0;
    for (Result<Integer> z : rs) sum += await(at("g", z.orElse(0)));
    s += sum;
    Pair<?, ? extends Number> w = p;
    s += w.b().intValue() + "" + w.a();
    Comparator<Pair<String, Integer>> cmp =
        Comparator.comparing(Pair<String, Integer>::b).reversed();
    s += cmp.compare(p, new Pair<>("", 9));
    Pair<String, Integer>[] arr = new Pair[2];
    arr[0] = p;
    s += arr[0].a() + await(at("h", arr.length));
    Optional<Pair<String, Integer>> best =
        java.util.stream.Stream.of(p, new Pair<>("b", 2)).max(Comparator.comparingInt(Pair::b));
    s += best.map(Pair::a).orElse("none").length();
    Pair<Pair<String, Integer>, List<Pair<Integer, Integer>>> deep =
        new Pair<>(p, new ArrayList<>());
    deep.b().add(new Pair<>(1, 2));
    s += deep.a().b() + deep.b().get(0).a() + await(at("i", deep)).a().a();
    return done(s);
  }

  @Async
  Coroutine<Object> run() {
    return done(await(one(at("A", "x"))));
  }
}
