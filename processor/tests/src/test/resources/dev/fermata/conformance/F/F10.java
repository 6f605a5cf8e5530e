// F10: yield inside try and finally, nested switch expressions, and old-style cases with yield
// trace: a, f, 1, b, 12, c, g, 3, h, caught -1
// ends: value: null
class F10 {
  @Async
  @SuppressWarnings("fallthrough")
  Coroutine<Object> run() {
    int v =
        switch (await(done(1))) {
          case 1:
            try {
              yield await(at("a", 1));
            } finally {
              await(ok("f", 1));
            }
          default:
            yield 0;
        };
    log(v);
    int w =
        switch (v) {
          case 1 ->
              10
                  + switch (await(at("b", 2))) {
                    case 2 -> 2;
                    default -> 0;
                  };
          default -> 0;
        };
    log(w);
    int x =
        switch (w) {
          case 12:
            await(at("c", 1));
          case 13:
            log("g");
            yield 3;
          default:
            yield 4;
        };
    log(x);
    int y =
        switch (x) {
          case 3 -> {
            try {
              await(fail("h", new IllegalStateException()));
              yield 1;
            } catch (IllegalStateException e) {
              yield -1;
            }
          }
          default -> 0;
        };
    log("caught " + y);
    return done(null);
  }
}
