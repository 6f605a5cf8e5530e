// C22: the same through an outer finally that awaits: the return stays cancelled
// trace: x, f, after
// ends: value: end (String)
class C22 {
  @Async
  @SuppressWarnings("finally")
  Coroutine<Object> run() {
    out:
    do {
      try {
        try {
          await(at("x", 1));
          return done("r");
        } finally {
          break out;
        }
      } finally {
        await(at("f", 1));
      }
    } while (false);
    log("after");
    return done("end");
  }
}
