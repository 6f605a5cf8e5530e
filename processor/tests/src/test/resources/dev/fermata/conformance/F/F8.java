// F8: a switch expression whose arms await, yield and throw
// trace: a, 1, b, 3, thrown
// ends: value: null
class F8 {
  @Async
  Coroutine<Object> run() {
    try {
      for (int k = 1; k < 4; k++) {
        int v =
            switch (k) {
              case 1 -> await(at("a", 1));
              case 2 -> {
                int t = await(at("b", 2));
                yield t + 1;
              }
              default -> throw new IllegalStateException("thrown");
            };
        log(v);
      }
    } catch (IllegalStateException e) {
      log(e.getMessage());
    }
    return done(null);
  }
}
