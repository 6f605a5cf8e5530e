// X39: annotations that are private, or name what is private
class X39 {
  private @interface Mark {
    String value() default "";
  }

  @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
  private @interface Used {}

  @interface Of {
    Class<?> value();
  }

  private static class Hidden {}

  private static final String WHY = "unchecked";

  @Async
  Coroutine<Object> of(@Mark int n) {
    @Mark("local")
    String s = "a";
    @Used String t = "b";
    @SuppressWarnings(WHY)
    List<@Used String> l = new ArrayList<>();
    @Of(Hidden.class)
    int i = await(at("a", 1));
    @Deprecated(since = WHY)
    @Mark(WHY)
    class L {
      @Mark
      @SuppressWarnings({WHY, "rawtypes"})
      int q = 4;

      @Mark
      int m(@Mark int a) {
        return a + q;
      }
    }
    l.add(await(at("b", s)));
    Runnable r =
        () -> {
          @Mark int z = 3;
          l.add("" + z);
        };
    r.run();
    for (@Mark String x : l) {
      s += await(at("c", x));
    }
    try {
      await(at("d", 1));
    } catch (@Mark RuntimeException e) {
      s += e;
    }
    return done(s + t + i + new L().m(n));
  }

  @Async
  Coroutine<Object> run() {
    return of(7);
  }
}
