// C11: how a try ends abruptly, times how its finally ends abruptly, with awaits in both
// ends: value: [none/none:ok+, none/return:f+, none/break:ok+, none/continue:ok+, return/none:t+, return/return:f+, return/break:ok+, return/continue:ok+, break/none:ok+, break/return:f+, break/break:ok+, break/continue:ok+, continue/none:ok+, continue/return:f+, continue/break:ok+, continue/continue:ok+, throw/none:boom+, throw/return:f+, throw/break:ok+, throw/continue:ok+] (ArrayList)
class C11 {
  String seen = "";

  @Async
  @SuppressWarnings("finally")
  Coroutine<String> one(String body, String end) {
    boolean first = true;
    while (first) {
      first = false;
      try {
        await(later(1));
        if (body.equals("return")) return done("t");
        if (body.equals("break")) break;
        if (body.equals("continue")) continue;
        if (body.equals("throw")) throw new IllegalStateException("boom");
      } finally {
        await(later(2));
        seen = "+";
        if (end.equals("return")) return done("f");
        if (end.equals("break")) break;
        if (end.equals("continue")) continue;
      }
    }
    return done("ok");
  }

  @Async
  Coroutine<Integer> later(int v) {
    await(yieldNow());
    return done(v);
  }

  @Async
  Coroutine<Object> run() {
    List<String> results = new ArrayList<>();
    for (String body : List.of("none", "return", "break", "continue", "throw")) {
      for (String end : List.of("none", "return", "break", "continue")) {
        String result;
        seen = "";
        try {
          result = await(one(body, end));
        } catch (IllegalStateException e) {
          result = e.getMessage();
        }
        results.add(body + "/" + end + ":" + result + seen);
      }
    }
    return done(results);
  }
}
