// B7: a labelled block: break skips the rest of it
// trace: x, y, after
// ends: value: null
class B7 {
  @Async
  Coroutine<Object> run() {
    lab:
    {
      if (await(at("x", true))) {
        await(at("y", 1));
        break lab;
      }
      log("skipped");
    }
    log("after");
    return done(null);
  }
}
