// B17: a switch as the last statement of a loop body, with a break at its end
// trace: a, one, a, other, a, one, end
// ends: value: null
class B17 {
  @Async
  Coroutine<Object> run() {
    for (int i = 0; i < 3; i++) {
      switch (await(at("a", i % 2))) {
        case 0:
          log("one");
          break;
        default:
          log("other");
          break;
      }
    }
    log("end");
    return done(null);
  }
}
