// X30: private types in signatures, static methods, resources and functions
class X30 {
  private record Item(String id, int n) {}

  private static class Failure extends RuntimeException {
    Failure(String m) {
      super(m);
    }
  }

  private static final class Checked extends Exception {
    Checked(String m, Throwable c) {
      super(m, c);
    }
  }

  private interface Handler<T> {
    T handle(Item i);

    default String name() {
      return "h" + handle(new Item("d", 0));
    }
  }

  private static class Impl implements Handler<String> {
    public String handle(Item i) {
      return i.id();
    }
  }

  private static class Closer implements AsyncCloseable {
    final List<String> log;

    Closer(List<String> l) {
      log = l;
    }

    public Coroutine<Void> closeAsync() {
      log.add("closing");
      return done(null);
    }
  }

  private static String describe(Item... items) {
    return Arrays.toString(items);
  }

  private enum Mode {
    A(1),
    B(2);
    final int k;

    Mode(int k) {
      this.k = k;
    }

    static final Map<Integer, Mode> BY = new HashMap<>();

    static {
      for (Mode m : values()) BY.put(m.k, m);
    }

    Mode next() {
      return values()[(ordinal() + 1) % 2];
    }
  }

  @Async
  static Coroutine<Item> item(String id, Map<String, Item> all) {
    await(yieldNow());
    if (!all.containsKey(id)) throw new Failure("no " + id);
    return done(all.get(id));
  }

  @Async
  static Coroutine<String> all() {
    Map<String, Item> m = new HashMap<>();
    m.put("a", new Item("a", 1));
    String s = await(item("a", m)).id();
    try {
      await(item("b", m));
    } catch (Failure f) {
      s += f.getMessage();
    }
    List<Item> l = await(gather(item("a", m), item("a", m)));
    s += l.get(1).n() + describe(l.get(0), l.get(1)) + describe() + describe(new Item[] {l.get(0)});
    try {
      try {
        await(item("b", m));
      } catch (Failure f) {
        throw new Checked("c", f);
      }
    } catch (Checked c) {
      s += c.getCause().getMessage();
    }
    Handler<String> h = new Impl();
    s += h.handle(l.get(0)) + h.name() + await(at("a", h.name()));
    List<String> log = new ArrayList<>();
    try (Closer c = new Closer(log)) {
      log.add("in");
      await(yieldNow());
    }
    s += log;
    Mode mode = Mode.BY.get(1);
    s +=
        mode.next()
            + ""
            + mode.k
            + switch (mode.next()) {
              case A -> "a";
              case B -> "b" + await(at("b", 1));
            };
    Function<Integer, Mode> f = Mode.BY::get;
    s += f.apply(2);
    for (Mode k : Mode.values()) {
      switch (k) {
        case A:
          s += "A";
          continue;
        case B:
          s += await(at("c", "B"));
          break;
      }
      s += "after";
    }
    Callable<Item> call = () -> new Item("c", 3);
    try {
      s += call.call().n();
    } catch (Exception e) {
      s += e;
    }
    var anon =
        new Object() {
          Item i = new Item("in", 9);

          int get() {
            return i.n();
          }
        };
    s += anon.get() + anon.i.id() + await(at("d", 1)) + anon.get();
    Item x = null;
    do {
      x = new Item("x", x == null ? 1 : x.n() + await(at("e", 1)));
    } while (x.n() < 3);
    s += x.n() + (x == null ? "" : x.id()) + x.equals(new Item("x", 3)) + x.hashCode();
    final Item fin = x;
    Runnable r = () -> log.add(fin.id() + fin.n());
    r.run();
    s += log.get(log.size() - 1);
    return done(s);
  }

  @Async
  AsyncGenerator<Item> items(List<Item> in) {
    for (Item i : in) {
      emit(i);
    }
    for (Item i : in) emit(new Item(i.id() + "2", i.n() * 2));
    return end();
  }

  @Async
  CompletableFuture<String> fut(List<? extends Item> l) {
    String s = "";
    for (Item i : awaitEach(items(new ArrayList<>(l)))) {
      if (i.n() > 3) break;
      s += i.id();
    }
    await(yieldNow());
    return CompletableFuture.completedFuture(s);
  }

  @Async
  <T extends Comparable<T>> Coroutine<String> gen(Map<T, Item> m, T k) {
    Item i = m.get(k);
    await(yieldNow());
    T best = null;
    for (T t : m.keySet()) if (best == null || t.compareTo(best) > 0) best = t;
    return done(i.id() + m.get(best).n());
  }

  @Async
  Coroutine<String> list() {
    return done(
        await(stage(fut(List.of(new Item("p", 1), new Item("q", 3)))))
            + await(gen(Map.of(1, new Item("g", 1), 2, new Item("h", 2)), 1)));
  }

  static <T> Coroutine<T> stage(CompletionStage<T> s) {
    return new AsyncX30().w(s);
  }

  @Async
  <T> Coroutine<T> w(CompletionStage<T> s) {
    return done(await(s));
  }

  @Async
  Coroutine<Object> run() {
    log(await(all()));
    return done(await(list()));
  }
}
