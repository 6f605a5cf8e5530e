// X17: an anonymous class with a diamond, a constructor that throws, one with any number of arguments, one of another object, a comment with a brace, and inherited statics in it
// trace: 1
// ends: value: text3 neg 3 422 25 H (String)
class X17 {
  int f = 2;

  static class Box<T> {
    T v;

    Box(T v) {
      this.v = v;
    }
  }

  static class Strict {
    Strict(int v) throws IOException {
      if (v < 0) {
        throw new IOException("neg");
      }
    }
  }

  static class Many {
    int count;

    Many(int... all) {
      count = all.length;
    }
  }

  static class Helper {
    static String help() {
      return "H";
    }
  }

  class Inner {
    int v;

    Inner(int k) {
      v = f + k;
    }
  }

  @Async
  Coroutine<Object> run() throws IOException {
    X17 other = new AsyncX17();
    other.f = 40;
    var box =
        new Box<>("text") /* see {@link Box} */ {
          int extra = 3;
        };
    var many =
        new Many(1, 2, 3) {
          int extra = 2;
        };
    var inner =
        other.new Inner(2) {
          int extra = 2;
        };
    var mine =
        new Inner(0) {
          int extra = 5;
        };
    class Sub extends Helper /* {@link Helper} */ {
      String text() {
        return help();
      }
    }
    var sub = new Sub();
    String failure = "";
    try {
      var strict =
          new Strict(-1) {
            int extra = 3;
          };
      await(ok("never", 1));
      failure += strict.extra;
    } catch (IOException expected) {
      failure += expected.getMessage();
    }
    await(ok("1", 1));
    return done(
        box.v.trim() + box.extra + " " + failure + " " + many.count + " " + inner.v + inner.extra
            + " " + mine.v + mine.extra + " " + sub.text());
  }
}
