// B16: an inner loop and an inner switch without awaits that continue, break or return out of an outer one with awaits
// trace: x 0, x 1, x 2, in 2, x 3
// ends: value: left (String)
class B16 {
  @Async
  Coroutine<Object> run() {
    outer:
    for (int i = 0; ; i++) {
      await(at("x " + i, i));
      for (int j = 0; j < 3; j++) {
        if (i == 0) continue outer;
        if (i == 1) break;
        if (i == 3) return done("left");
      }
      switch (i) {
        case 1:
          continue;
        case 2:
          log("in 2");
          break;
        default:
          break outer;
      }
    }
    return done("not reached");
  }
}
