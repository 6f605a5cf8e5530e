// C33: a local that is assigned before the try and read only in its finally, across an await, in a loop
// trace: x, f 10, x, f 11, x, f 12
// ends: value: null
class C33 {
  @Async
  Coroutine<Object> run() {
    for (int i = 0; i < 3; i++) {
      int n = 10 + i;
      try {
        await(at("x", 1));
      } finally {
        log("f " + n);
      }
    }
    return done(null);
  }
}
