// X41: variables of several types: assigned inside of expressions, and asked for their class
class X41 {
  interface A {
    default String a() {
      return "a";
    }
  }

  interface B {
    default String b() {
      return "b";
    }
  }

  record One(int n) implements A, B {}

  record Two(int n) implements A, B {}

  @Async
  Coroutine<Object> of(boolean c) {
    var v = c ? new One(1) : new Two(2);
    var r = (Runnable & Serializable) () -> {};
    int i = await(at("a", 1));
    String s = "" + (r instanceof Serializable) + ((v) instanceof One);
    s += (await(at("b", v)) instanceof One);
    s += await(at("c", c ? new One(1) : new Two(2))) instanceof Two;
    s += (v = new One(7)).a() + (v = new Two(9)).b();
    A a = v = new One(3);
    s += a;
    s += v instanceof One x && x.n() == 3;
    s += (v = await(at("d", new Two(4)))).a() + v.b();
    s += switch (v.a()) {
      case "a" -> v.b();
      default -> "no";
    };
    return done(s + i);
  }

  @Async
  Coroutine<Object> run() {
    return done("" + await(of(true)) + await(of(false)));
  }
}
