// F6: a guard that awaits: false falls to the next label, and the selector is evaluated once
// since: 21
// trace: selector, p 7, q 7, second 7, selector, p 7, first 7
// ends: value: null
class F6 {
  @Async
  Coroutine<Object> run() {
    for (boolean first : new boolean[] {false, true}) {
      String result =
          switch (selector()) {
            case Integer a when await(ok("p " + a, first)) -> "first " + a;
            case Integer b when await(ok("q " + b, true)) -> {
              await(done());
              yield "second " + b;
            }
            case Integer c -> "third " + c;
            default -> "default";
          };
      log(result);
    }
    return done(null);
  }

  Object selector() {
    return op("selector", (Object) 7);
  }
}
