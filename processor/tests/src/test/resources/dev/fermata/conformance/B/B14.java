// B14: continue of a labelled loop inside a switch that awaits
// trace: a, b, a, b, a, c, end 3
// ends: value: null
class B14 {
  @Async
  Coroutine<Object> run() {
    int n = 0;
    loop:
    while (true) {
      n++;
      switch (await(at("a", n))) {
        case 1:
        case 2:
          await(at("b", n));
          continue loop;
        default:
          await(at("c", n));
          break loop;
      }
    }
    log("end " + n);
    return done(null);
  }
}
