// G1: type variables of methods and classes in locals that live across awaits; capture of a wildcard by a helper call
// trace: x, y, b, z, first a, w, [b; a]
// ends: value: null
class G1 {
  @Async
  Coroutine<Object> run() {
    log(await(max("a", "b")));
    log(await(new AsyncG1_Holder<>("a").describe()));
    List<String> list = new ArrayList<>(List.of("a", "b"));
    await(reverse(list));
    log(list.toString().replace(',', ';'));
    return done(null);
  }

  @Async
  <T extends Comparable<T>> Coroutine<T> max(T a, T b) {
    T first = await(at("x", a));
    T second = await(at("y", b));
    return done(first.compareTo(second) > 0 ? first : second);
  }

  @Async
  Coroutine<Void> reverse(List<?> list) {
    await(at("w", 1));
    swap(list, await(done(1)));
    return done();
  }

  static <E> void swap(List<E> list, int with) {
    E e = list.get(0);
    list.set(0, list.get(with));
    list.set(with, e);
  }

  static class Holder<V extends CharSequence> {
    final V value;

    Holder(V value) {
      this.value = value;
    }

    @Async
    Coroutine<String> describe() {
      V mine = value;
      List<V> list = List.of(mine);
      V got = await(at("z", mine));
      return done("first " + list.get(0).subSequence(0, got.length()));
    }
  }
}
