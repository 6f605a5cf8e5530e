// X44: local and private classes that are initialised before arguments that wait
// run: fresh
// trace: P, a, L, b, b2, Above, c, M, d, R, e
// ends: value: 126 (Integer)
class X44 {
  static Object mark(String what) {
    log(what);
    return what;
  }

  private static class P {
    static {
      log("P");
    }

    final int n;

    P(int n) {
      this.n = n;
    }
  }

  static class Above {
    static final Object INITIALIZED = mark("Above");
  }

  private record R(int n) {
    static final Object INITIALIZED = mark("R");
  }

  @Async
  <T extends Number> Coroutine<Object> run() {
    return done(await(sum(1)));
  }

  @Async
  <T extends Number> Coroutine<Integer> sum(T first) {
    class L {
      static final Object INITIALIZED = mark("L");
      final T n;

      L(T n, int more) {
        this.n = n;
      }
    }
    class M extends Above {
      final int n;

      M(int n) {
        this.n = n;
      }

      record R(int n) {
        static final Object INITIALIZED = mark("M");
      }
    }
    int sum = new P(await(at("a", 2))).n;
    sum += new L(first, await(at("b", 3))).n.intValue();
    sum += new L(first, await(at("b2", 3))).n.intValue();
    sum += new M(await(at("c", 4))).n;
    sum += new M.R(await(at("d", 53))).n();
    return done(sum + new R(await(at("e", 65))).n());
  }
}
