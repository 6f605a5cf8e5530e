// C4: four tries within each other, each with catch and finally: each finally once
// trace: f, c4, f4, c3, f3, c2, f2, c1, f1
// ends: value: null
class C4 {
  @Async
  Coroutine<Object> run() {
    try {
      try {
        try {
          try {
            await(fail("f", new IllegalStateException("0")));
          } catch (IllegalStateException e) {
            await(ok("c4", 1));
            throw new IllegalStateException("4");
          } finally {
            await(ok("f4", 1));
          }
        } catch (IllegalStateException e) {
          await(ok("c3", 1));
          throw new IllegalStateException("3");
        } finally {
          await(ok("f3", 1));
        }
      } catch (IllegalStateException e) {
        await(ok("c2", 1));
        throw new IllegalStateException("2");
      } finally {
        await(ok("f2", 1));
      }
    } catch (IllegalStateException e) {
      await(ok("c1", 1));
    } finally {
      await(ok("f1", 1));
    }
    return done(null);
  }
}
