// G6: private fields, methods and constructors of the user's class and of a class nested in it work in a body
// run: fresh
// trace: x, 3, y, secret 4, z, 5 inner, 8, 9, w, static 10, 12, [1; 7]
// ends: value: null
class G6 {
  private int field = 1;
  private static int counter = 9;
  private final int[] array = {1, 2};
  private final Inner inner = new Inner(5);

  static class Inner {
    private int value;

    private Inner(int value) {
      this.value = value;
    }

    private String text() {
      return value + " inner";
    }
  }

  @Async
  Coroutine<Object> run() {
    field += await(at("x", 2));
    log(field);
    field++;
    secret(await(at("y", field)));
    Inner i = new Inner(await(at("z", 5)));
    log(i.text());
    i.value += 3;
    log(i.value);
    log(counter++);
    staticSecret(await(at("w", counter)));
    log(inner.value + this.array.length + (field = 5));
    array[1] += inner.value;
    log(Arrays.toString(array).replace(',', ';'));
    return done(null);
  }

  private void secret(int v) {
    log("secret " + v);
  }

  private static void staticSecret(int v) {
    log("static " + v);
  }
}
