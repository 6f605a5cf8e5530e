// F11: the type of a switch expression comes from its context: int, Integer, Object, which does not promote, an overload
// trace: a, 1, b, 2, c, 3, d, s, long
// ends: value: null
class F11 {
  @Async
  Coroutine<Object> run() {
    int i =
        switch (await(at("a", 1))) {
          case 1 -> 1;
          default -> 'c';
        };
    log(i);
    Integer boxed =
        switch (i) {
          case 1 -> await(at("b", 2));
          default -> null;
        };
    log(boxed);
    Object promoted =
        switch (i) {
          case 1 -> (int) await(at("c", 3));
          default -> 4.0;
        };
    log(promoted);
    Object any =
        switch (i) {
          case 1 -> await(at("d", "s"));
          default -> 4.0;
        };
    log(any);
    overload(
        switch (i) {
          case 1 -> 1L + await(done(1));
          default -> 2;
        });
    return done(null);
  }

  void overload(long v) {
    log("long");
  }

  void overload(Object v) {
    log("Object");
  }
}
