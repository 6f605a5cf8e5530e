// C19: the order of nested finallys, for a throw and for a callee that throws
// trace: 1, thrown, 2, 3, 1, thrown, 2, 3
// ends: value: null
class C19 {
  @Async
  Coroutine<Object> run() {
    for (boolean callee : new boolean[] {false, true}) {
      try {
        try {
          try {
            if (callee) await(thrower());
            await(ok("1", 1));
            throw new IllegalStateException("thrown");
          } catch (IllegalStateException e) {
            log(e.getMessage());
            throw e;
          } finally {
            await(ok("2", 1));
          }
        } finally {
          log(3);
        }
      } catch (IllegalStateException e) {
        if (!e.getMessage().equals("thrown")) log("wrong");
      }
    }
    return done(null);
  }

  @Async
  Coroutine<Void> thrower() {
    log("1");
    await(yieldNow());
    throw new IllegalStateException("thrown");
  }
}
