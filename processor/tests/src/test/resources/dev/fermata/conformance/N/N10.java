// N10: assertions that are enabled for the generated class alone
// run: generated assertions
class N10 {
  @Async
  Coroutine<Object> run() {
    String seen = "";
    try {
      assert false;
      seen += "kept off,";
    } catch (AssertionError e) {
      seen += "kept on " + e.getMessage() + ",";
    }
    try {
      assert await(ok("no", false)) : 12;
      seen += "awaiting off,";
    } catch (AssertionError e) {
      seen += "awaiting on " + e.getMessage() + ",";
    }
    Object o = seen;
    for (int i = 0; i < 2; i++)
      if (i == 0)
        assert o instanceof String s && s.isEmpty() /* no */ : /* why */ new Throwable("cause");
      else seen += await(ok("else", "else,"));
    return done(seen);
  }
}
