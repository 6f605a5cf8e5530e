// C36: a try without await keeps its finally on return; and a return in such a try within one that awaits
// trace: x, plain, inner, outer
// ends: value: in (String)
class C36 {
  @Async
  Coroutine<Object> run() {
    await(at("x", 1));
    await(part());
    try {
      try {
        if (yes()) return done("in");
      } finally {
        log("inner");
      }
      await(done());
    } finally {
      await(done());
      log("outer");
    }
    return done("out");
  }

  @Async
  Coroutine<Void> part() {
    await(done());
    try {
      if (yes()) return done();
    } finally {
      log("plain");
    }
    return done();
  }

  boolean yes() {
    return true;
  }
}
