// N14: a class whose private static members a body names is initialised by their use, and not earlier
// run: fresh
// trace: start, one, before, initialised, 5, 6
// ends: value: unused (String)
class N14 {
  static class Late {
    static {
      log("initialised");
    }

    private static int count = 5;
  }

  static class Never {
    static {
      log("wrong");
    }

    private static int count = 5;

    private static int of(int i) {
      return i;
    }
  }

  @Async
  Coroutine<Object> run() {
    log("start");
    int one = await(ok("one", 1));
    log("before");
    log(Late.count);
    Late.count++;
    log(Late.count);
    return done(one == 2 ? Never.of(Never.count++) : "unused");
  }
}
