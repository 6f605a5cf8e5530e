// G5: super.m(await(x)), super.f and I.super.m() reach what they reach in the user's class
// trace: x, base 1, f base, i default, y, base 2, toString base
// ends: value: null
class G5 extends G5Base implements G5Interface {
  String f = "f mine";

  @Async
  Coroutine<Object> run() {
    super.m(await(at("x", 1)));
    log(super.f);
    log(G5Interface.super.i());
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

class G5Base {
  String f = "f base";

  void m(int v) {
    log("base " + v);
  }

  @Override
  public String toString() {
    return "toString base";
  }
}

interface G5Interface {
  default String i() {
    return "i default";
  }
}
