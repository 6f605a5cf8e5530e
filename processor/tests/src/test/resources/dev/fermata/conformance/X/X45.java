// X45: references to methods of arrays and generic classes, and arrays in arrays, before operands that wait
// trace: a, b, c, d, e, f, g
// ends: value: 3010kept[[2, 3], 5]none (String)
class X45 {
  static class Box<X> {
    final X x;

    Box(X x) {
      this.x = x;
    }

    X get() {
      return x;
    }
  }

  static <A, B> B apply(Function<A, B> function, A a) {
    return function.apply(a);
  }

  static <B> B supply(Supplier<B> supplier, int unused) {
    return supplier.get();
  }

  @Async
  Coroutine<Object> run() {
    String s = "" + apply(int[]::new, await(at("a", 3))).length;
    s += supply(ArrayList<String>::new, await(at("b", 2))).size();
    s += apply(Box<Integer>::new, await(at("c", 1))).x;
    s += apply(List<?>[]::new, await(at("d", 0))).length;
    s += apply(Box<String>::get, await(at("e", new Box<>("kept"))));
    Integer number = 3;
    Object[] arrays = {new int[] {await(at("f", 2)), number}, await(at("g", 5))};
    s += Arrays.deepToString(arrays);
    number = null;
    try {
      arrays = new Object[] {new int[] {number}, await(at("never", 6))};
    } catch (NullPointerException e) {
      s += "none";
    }
    return done(s);
  }
}
