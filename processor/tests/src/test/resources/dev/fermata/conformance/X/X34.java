// X34: private types where the generated code has to say more than the user's
class X34 {
  private record P(int v) {}

  private enum Co {
    A,
    B
  }

  private static class Maybe<T> {
    private final T value;

    Maybe(T value) {
      this.value = value;
    }

    <R> Maybe<R> map(Function<? super T, ? extends R> f) {
      return new Maybe<>(f.apply(value));
    }

    <R> R fold(R zero, BiFunction<? super R, ? super T, ? extends R> f) {
      return f.apply(zero, value);
    }

    static <T> Maybe<T> of(T value) {
      return new Maybe<>(value);
    }
  }

  private String text = "";

  private static <T> Maybe<T> wrap(T value) {
    return new Maybe<>(value);
  }

  @Async
  static Coroutine<P> first(List<P> all) {
    return done(all.get(await(at("f", 0))));
  }

  @Async
  Coroutine<Object> run() {
    P p = new P(await(at("a", 3)));
    text += p;
    text += List.of(p);
    Class<? extends P> type = p.getClass();
    text += type.cast(p).v() + type.getSimpleName();
    int length = await(at("b", wrap("abc").map(s -> s.length()))).value;
    int sum = wrap(4).fold(1, (r, v) -> r + v) + Maybe.of("xy").map(s -> s.length() * 2).value;
    List<Integer> lengths =
        java.util.stream.Stream.of("a", "bb").map(s -> wrap(s)).map(m -> m.value.length()).toList();
    text += length + " " + sum + lengths + await(AsyncX34.first(List.of(p))).v();
    for (Co co : Co.values()) {
      switch (co) {
        case A:
          text += "a";
          break;
        case B:
          text += "b";
      }
    }
    return done(text + await(at("c", 1)));
  }
}
