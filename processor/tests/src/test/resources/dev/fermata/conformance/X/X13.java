// X13: what is completed with, returned through a finally, or awaited takes its type from where it is wanted
// trace: 1, 2
// ends: value: [b, a] cc 3 4 String[] trim {zzz=1, a=2} (String)
class X13 {
  @Async
  Coroutine<Object> run() {
    var words = new ArrayList<>(List.of("b", "a"));
    words.sort(await(backwards()));
    Function<String, String> twice = await(through());
    Supplier<Integer> chosen = await(choose(true));
    Supplier<Integer> wrapped = await(parentheses());
    String[] none = await(array());
    String trimmed = await(apply(" trim ", text -> text.trim()));
    TreeMap<String, Integer> sorted =
        await(done(new TreeMap<>(Comparator.comparing(key -> -key.length()))));
    sorted.put("a", 2);
    sorted.put("zzz", 1);
    return done(
        words + " " + twice.apply("c") + " " + chosen.get() + " " + wrapped.get() + " "
            + none.getClass().getSimpleName() + " " + trimmed + " " + sorted);
  }

  @Async
  Coroutine<Comparator<String>> backwards() {
    return done(Comparator.comparing(text -> -text.charAt(0)));
  }

  @Async
  Coroutine<Function<String, String>> through() {
    try {
      return done(text -> text + text);
    } finally {
      await(ok("1", 1));
    }
  }

  @Async
  Coroutine<Supplier<Integer>> choose(boolean first) {
    await(ok("2", 1));
    return done(first ? () -> 3 : () -> 5);
  }

  @Async
  Coroutine<Supplier<Integer>> parentheses() {
    return done((() -> 4));
  }

  @Async
  Coroutine<String[]> array() {
    return done(of());
  }

  @SafeVarargs
  static <T> T[] of(T... elements) {
    return elements;
  }

  static <T> Coroutine<T> apply(T to, UnaryOperator<T> function) {
    return Coroutines.done(function.apply(to));
  }
}
