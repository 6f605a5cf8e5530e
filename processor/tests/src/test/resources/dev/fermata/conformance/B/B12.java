// B12: break out of a labelled if
// trace: c, x, end
// ends: value: null
class B12 {
  @Async
  Coroutine<Object> run() {
    l2:
    if (op("c", true)) {
      await(at("x", 1));
      if (l()) break l2;
      log("skipped");
    }
    log("end");
    return done(null);
  }

  boolean l() {
    return true;
  }
}
