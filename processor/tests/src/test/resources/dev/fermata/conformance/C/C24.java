// C24: a break in a finally under a condition: what follows it in the finally is skipped only then
// trace: x, f, x, f, sink, end false
// ends: value: null
class C24 {
  @Async
  @SuppressWarnings("finally")
  Coroutine<Object> run() {
    boolean g = true;
    for (int i = 0; i < 2; i++) {
      out:
      {
        try {
          await(at("x", 1));
        } finally {
          await(at("f", 1));
          if (g) break out;
          log("sink");
        }
      }
      g = false;
    }
    log("end " + g);
    return done(null);
  }
}
