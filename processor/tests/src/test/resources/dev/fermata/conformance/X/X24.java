// X24: private members of generic and inner classes, with and without explicit type arguments
// trace: a, b
// ends: value: [x] [x] x u! 2 4 7 x x 14 (String)
class X24 {
  private final int base = 4;

  @Async
  Coroutine<Object> run() {
    int other = await(inner());
    return done(await(new AsyncX24_X24Generic<String>().generic("x")) + " " + other);
  }

  @Async
  Coroutine<Integer> inner() {
    X24Inner one = new X24Inner(await(ok("a", 1)));
    X24 outer = new AsyncX24();
    IntFunction<X24Inner> maker = X24Inner::new;
    return done(one.sum + outer.new X24Inner(0).sum + maker.apply(1).sum);
  }

  class X24Inner {
    final int sum;

    private X24Inner(int more) {
      sum = base + more;
    }
  }

  static class X24Generic<T> {
    class Node<U> {
      private T value;
      private U other;
      private Node<U> next;

      private Node(T value, U other) {
        this.value = value;
        this.other = other;
      }

      private <T> T pick(Function<U, T> function) {
        return function.apply(other);
      }
    }

    static class Cell<V> {
      private V value;

      private Cell() {}

      private Cell<V> with(V given) {
        value = given;
        return this;
      }
    }

    private static <T> List<T> listOf(T element) {
      return List.of(element);
    }

    @SuppressWarnings("hiding")
    private <T> List<T> hiding(T element) {
      return List.of(element);
    }

    @SuppressWarnings("unchecked")
    private <R> R cast(Object value) {
      return (R) value;
    }

    @Async
    Coroutine<String> generic(T t) {
      Node<String> node = new Node<>(t, "u");
      node.next = new Node<String>(await(ok("b", t)), "next");
      node.other += "!";
      String result = listOf(t) + " " + hiding(t) + " " + node.next.value + " " + node.other + " ";
      Cell<Integer> cell = new Cell<Integer>().with(3);
      cell.value++;
      result += node.pick(String::length) + " " + cell.value + " ";
      cell.value += 3;
      result += cell.value + " " + this.<String>cast("x").trim() + " ";
      return done(result + new Cell<String>().with(" x ").value.trim());
    }
  }
}
