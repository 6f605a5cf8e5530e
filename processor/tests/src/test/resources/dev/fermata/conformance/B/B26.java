// B26: code after return, throw, break and continue that is not reachable compiles where Java lets it
// trace: x 1, x 2, caught, y
// ends: value: 3 (Integer)
class B26 {
  @Async
  Coroutine<Object> run() {
    int i = 0;
    while (true) {
      i++;
      if (i == 1) {
        await(at("x " + i, i));
        continue;
      }
      if (true) {
        await(at("x " + i, i));
        break;
      }
      log("never");
    }
    try {
      if (i == 2) throw new IllegalStateException();
    } catch (IllegalStateException e) {
      log("caught");
    }
    if (true) return done(1 + i + zero(await(at("y", 0))));
    log("never");
    return done(null);
  }

  int zero(int v) {
    return v;
  }
}
