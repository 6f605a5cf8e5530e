// B10: break of the very statement that is labelled, and of an outer label from a labelled statement
// trace: x, end
// ends: value: null
class B10 {
  @Async
  Coroutine<Object> run() {
    xxx:
    break xxx;
    l2:
    {
      if (await(at("x", true)))
        l3:
        {
          if (op2()) break l3;
          break l2;
        }
      log("skipped");
    }
    log("end");
    return done(null);
  }

  boolean op2() {
    return false;
  }
}
