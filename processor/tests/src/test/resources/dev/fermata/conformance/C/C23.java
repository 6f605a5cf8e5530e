// C23: continue from a finally within a finally
// trace: x, y, x, y, after 2
// ends: value: null
class C23 {
  @Async
  @SuppressWarnings("finally")
  Coroutine<Object> run() {
    int i = 0;
    out:
    while (i < 2) {
      i++;
      try {
        await(at("x", 1));
      } finally {
        try {
          await(at("y", 1));
        } finally {
          continue out;
        }
      }
    }
    log("after " + i);
    return done(null);
  }
}
