// E4: an anonymous class, a local record, enum and interface that are declared before and used after an await
// trace: x, P[a=1; b=s], TWO, 42, anonymous 1
// ends: value: null
class E4 {
  @Async
  Coroutine<Object> run() {
    record P(int a, String b) {
      static P of(int a) {
        return new P(a, "s");
      }
    }
    enum N {
      ONE,
      TWO
    }
    interface I {
      int get();
    }
    int captured = 1;
    Object anonymous =
        new Object() {
          @Override
          public String toString() {
            return "anonymous " + captured;
          }
        };
    var p = P.of(1);
    I i = () -> 42;
    N n = await(at("x", N.TWO));
    log(p.toString().replace(',', ';'));
    log(n);
    log(i.get());
    log(anonymous);
    return done(null);
  }
}
