// C21: a break in a finally cancels the pending return
// trace: x, after
// ends: value: end (String)
class C21 {
  @Async
  @SuppressWarnings("finally")
  Coroutine<Object> run() {
    out:
    do {
      try {
        await(at("x", 1));
        return done("r");
      } finally {
        break out;
      }
    } while (false);
    log("after");
    return done("end");
  }
}
