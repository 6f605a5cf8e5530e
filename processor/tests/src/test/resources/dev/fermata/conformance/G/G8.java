// G8: static and generic static methods, one that a subclass overrides, recursion and mutual recursion
// trace: x, static 1, y, [a], override, x, base, fib, 8, even true
// ends: value: null
class G8 {
  @Async
  Coroutine<Object> run() {
    log(await(AsyncG8.make(1)));
    log(await(AsyncG8.listOf("a")));
    Base b = new AsyncG8_Derived();
    log(await(b.name()));
    log("fib");
    log(await(fib(6)));
    log("even " + await(even(4)));
    return done(null);
  }

  @Async
  static Coroutine<String> make(int n) {
    return done("static " + await(at("x", n)));
  }

  @Async
  static <T> Coroutine<List<T>> listOf(T t) {
    return done(List.of(await(at("y", t))));
  }

  @Async
  Coroutine<Integer> fib(int n) {
    return done(n < 2 ? n : await(fib(n - 1)) + await(fib(n - 2)));
  }

  @Async
  Coroutine<Boolean> even(int n) {
    return done(n == 0 || await(odd(n - 1)));
  }

  @Async
  Coroutine<Boolean> odd(int n) {
    return done(n != 0 && await(even(n - 1)));
  }

  static class Base {
    @Async
    Coroutine<String> name() {
      await(at("x", 1));
      return done("base");
    }
  }

  static class Derived extends AsyncG8_Base {
    @Override
    @Async
    Coroutine<String> name() {
      log("override");
      return done(await(super.name()));
    }
  }
}
