// N11: assertions in lambdas and classes of a body, enabled for the user's class alone
// run: own assertions
class N11 {
  @Async
  Coroutine<Object> run() {
    Object o = await(ok("given", 5));
    Function<Integer, Integer> f = x -> {
      assert x < 0 : 'c';
      return x;
    };
    class Local {
      int get() {
        assert o instanceof String;
        return 1;
      }
    }
    String seen = "";
    try {
      seen += f.apply(3);
    } catch (AssertionError e) {
      seen += e.getMessage();
    }
    try {
      seen += new Local().get();
    } catch (AssertionError e) {
      seen += e.getMessage();
    }
    for (int i : awaitEach(AsyncGenerator.from(List.of(1)))) {
      assert i == 1;
      seen += i;
    }
    return done(seen);
  }
}
