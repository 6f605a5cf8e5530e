// G5: super.m(await(x)), super.f and I.super.m() reach what they reach in the user's class
// trace: x, base 1, f base, i default, y, base 2, toString base
// ends: value: null
class G5 {
  @Async
  Coroutine<Object> run() {
    return new AsyncG5_User().use();
  }

  static class User extends Base implements Greeting {
    String f = "f mine";

    @Async
    Coroutine<Object> use() {
      super.m(await(at("x", 1)));
      log(super.f);
      log(Greeting.super.i());
      int two = await(at("y", 2));
      Runnable r = () -> super.m(two);
      r.run();
      log(super.toString());
      return done(null);
    }

    @Override
    void m(int v) {
      log("mine " + v);
    }

    @Override
    public String i() {
      return "i mine";
    }

    @Override
    public String toString() {
      return "toString mine";
    }
  }

  static class Base {
    String f = "f base";

    void m(int v) {
      log("base " + v);
    }

    @Override
    public String toString() {
      return "toString base";
    }
  }

  interface Greeting {
    default String i() {
      return "i default";
    }
  }
}
