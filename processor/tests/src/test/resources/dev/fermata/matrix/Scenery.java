/** What the bodies of the matrix use: fields, methods to call, and types to make. */
@SuppressWarnings({"serial", "this-escape"})
class Scenery {
  int field = 1;
  long wide = 1L << 40;
  String text = "t";
  Integer boxed = 5;
  int[] array = {10, 20, 30};
  String[] words = {"a", "b"};
  int[][] grid = {{1, 2}, {3, 4}};
  Scenery other;
  static int shared = 7;

  Scenery self() {
    log("self");
    return this;
  }

  Scenery nothing() {
    log("nothing");
    return null;
  }

  int sum(int a, int b, int c) {
    log("sum " + a + " " + b + " " + c);
    return a * 100 + b * 10 + c;
  }

  String join(Object... values) {
    return "join " + Arrays.toString(values).replace(',', ';');
  }

  <V> V pick(boolean first, V a, V b) {
    return first ? a : b;
  }

  static String described(int a, String b) {
    return a + b;
  }

  int thrower(String message) {
    throw new IllegalStateException(message);
  }

  Coroutine<Object> tail(int v) {
    log("tail " + v);
    return done(v);
  }

  String virtual(int v) {
    return "base " + v;
  }

  class Inner {
    final int v;

    Inner(int v) {
      this.v = v + field;
    }

    @Override
    public String toString() {
      return "inner " + v;
    }
  }

  static class Pair {
    Object a;
    Object b;
    int count;

    Pair(Object a, Object b) {
      log("new " + a + " " + b);
      this.a = a;
      this.b = b;
    }

    Pair and(Object c) {
      log("and " + c);
      return new Pair(this, c);
    }

    @Override
    public String toString() {
      return "(" + a + " " + b + ")";
    }
  }

  static final class Door implements AutoCloseable {
    final String name;
    final String problem;

    Door(String name) {
      this(name, "");
    }

    Door(String name, String problem) {
      log("open " + name);
      this.name = name;
      this.problem = problem;
    }

    @Override
    public void close() {
      log("close " + name);
      if (!problem.isEmpty()) throw new IllegalStateException(problem);
    }
  }

  enum Color {
    RED,
    GREEN,
    BLUE
  }

  sealed interface Shape permits Square, Circle {}

  record Square(int side) implements Shape {}

  record Circle(double radius) implements Shape {}

  AsyncCloseable gate(String name) {
    log("open " + name);
    return () -> {
      log("close " + name);
      return done();
    };
  }

  AsyncScope scope(String name) {
    log("enter " + name);
    return failure -> {
      log("exit " + name + " " + failure);
      return done();
    };
  }

  @SafeVarargs
  static <V> AsyncIterable<V> elements(V... values) {
    return new Elements<>(List.of(values));
  }

  /** A class whose constructor calls what its subclasses override. */
  abstract static class Early {
    final int first;

    Early(int add) {
      first = called() + add;
      log("first " + first);
    }

    abstract int called();
  }

  record Elements<V>(List<V> values) implements AsyncIterable<V> {
    @Override
    public AsyncIterator<V> iterator() {
      log("iterator");
      Iterator<V> iterator = values.iterator();
      return new AsyncIterator<>() {
        V current;

        @Override
        public Awaitable<Boolean> moveNext() {
          boolean more = iterator.hasNext();
          if (more) current = iterator.next();
          return ok("next", more);
        }

        @Override
        public V current() {
          return current;
        }
      };
    }
  }
}
