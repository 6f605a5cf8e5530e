// B13: switch on an awaited value with fall through, default in the middle, bodies that await
// trace: s 0, zero, d, b, s 1, one, s 2, d, b, s 3, b
// ends: value: null
class B13 {
  @Async
  @SuppressWarnings("fallthrough")
  Coroutine<Object> run() {
    for (int i = 0; i < 4; i++) {
      switch (await(ok("s " + i, i))) {
        case 0:
          log("zero");
        default:
          await(ok("d", 1));
        case 3:
          await(ok("b", 1));
          break;
        case 1:
          log("one");
      }
    }
    return done(null);
  }
}
