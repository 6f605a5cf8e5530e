// B8: break of a labelled block that wraps a loop leaves the block, not only the loop
// trace: t 0, t 1, ok
// ends: value: null
class B8 {
  @Async
  Coroutine<Object> run() {
    tmp:
    {
      for (int i = 0; i < 3; i++) {
        if (await(at("t " + i, i == 1))) break tmp;
      }
      log("bad");
    }
    log("ok");
    return done(null);
  }
}
