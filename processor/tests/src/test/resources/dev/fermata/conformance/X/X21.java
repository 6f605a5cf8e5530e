// X21: a reference to a private method evaluates its receiver once and at once, and is as exact as it was
// trace: made, a, b, null, made
// ends: value: 1 1 b 1 2 3 (String)
class X21 {
  private final String key;

  X21(String key) {
    this.key = key;
  }

  X21() {
    this("0");
  }

  private String key() {
    return key;
  }

  private static int size(String... all) {
    return all.length;
  }

  X21 make(String key) {
    log("made");
    return key == null ? null : new X21(key);
  }

  @Async
  Coroutine<Object> run() {
    X21 local = make("1");
    Supplier<String> first = local::key;
    local = await(ok("a", new X21("2")));
    String result = first.get() + " " + first.get() + " ";
    List<X21> sorted = new ArrayList<>(List.of(new X21("a"), local, new X21("b")));
    sorted.sort(Comparator.comparing(X21::key).reversed());
    result += sorted.get(0).key() + " ";
    Function<String, Integer> one = X21::size;
    BiFunction<String, String, Integer> two = X21::size;
    result += one.apply("") + " " + two.apply("", "") + " ";
    X21 nothing = await(ok("b", (X21) null));
    try {
      Supplier<String> never = nothing::key;
      log(never);
    } catch (NullPointerException e) {
      log("null");
    }
    Function<String, String> later = k -> make(k).key();
    return done(result + later.apply("3"));
  }
}
