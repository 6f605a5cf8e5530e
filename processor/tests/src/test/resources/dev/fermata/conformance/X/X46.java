// X46: classes that have names, extend private ones, and mention each other in what they extend
class X46 {
  private interface Hidden<T> {
    default String hid(T t) {
      return "hid" + t;
    }
  }

  static class B implements Hidden<A> {
    @Override
    public String toString() {
      return "b";
    }
  }

  static class A extends B {}

  static String take(Hidden<A> f, A a) {
    return f.hid(a);
  }

  @Async
  Coroutine<Object> run() {
    A a = new A();
    B b = await(at("a", a));
    Hidden<A> f = b;
    String s = take(b, a) + f.hid(a) + await(at("b", b)).hid(a);
    B[] bs = {b, a, new B()};
    await(at("c", 1));
    for (B x : bs) {
      s += x.hid(a) + (x instanceof A);
    }
    return done(s);
  }
}
