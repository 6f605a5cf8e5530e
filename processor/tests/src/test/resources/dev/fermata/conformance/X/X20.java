// X20: super means the superclass, or the interface that is named, wherever the user's class has a member of its own
// trace: a, b, c
// ends: value: Base.who Base.who Base.who Hi.hi Hi.hi Base.who8 Hi.hi 9 8 Base.who base 5 (String)
class X20 extends X20Base implements X20Higher {
  String name = "own";
  int count = 1;

  @Override
  String who() {
    return "who";
  }

  @Override
  public String hi() {
    return "hi";
  }

  static String fixed() {
    return "fixed";
  }

  @Async
  Coroutine<Object> run() {
    Supplier<String> who = super::who;
    Supplier<String> named = X20.super::who;
    Supplier<String> hi = X20Higher.super::hi;
    super.count = await(ok("a", 7));
    super.count++;
    String result = who.get() + " " + named.get() + " " + super.who() + " " + hi.get() + " ";
    result += X20Higher.super.hi() + " ";
    result +=
        new Object() {
          @Override
          public String toString() {
            return X20.super.who() + X20.super.count + " ";
          }
        };
    result += await(ok("b", X20Higher.super.hi())) + " ";
    X20.super.count++;
    result += super.count-- + " " + super.count + " " + super.fixed() + " " + super.name + " ";
    X20Private inner = new AsyncX20_X20Private();
    return done(result + await(inner.read()));
  }

  static class X20Hidden {
    private int secret = 3;

    private int secret() {
      return secret;
    }
  }

  static class X20Private extends X20Hidden {
    @Async
    Coroutine<Object> read() {
      super.secret += await(ok("c", 1));
      super.secret++;
      return done(super.secret());
    }
  }
}

class X20Base {
  String name = "base";
  int count = 2;

  String who() {
    return "Base.who";
  }

  static String fixed() {
    return "Base.who";
  }
}

interface X20Hi {
  default String hi() {
    return "Hi.hi";
  }
}

interface X20Higher extends X20Hi {}
