// C31: precise rethrow: catch (Exception e) { await; throw e; } declares only what the body throws
// trace: x, c, out io
// ends: value: null
class C31 {
  @Async
  Coroutine<Object> run() {
    try {
      await(part(), IOException.class);
    } catch (IOException e) {
      log("out " + e.getMessage());
    }
    return done(null);
  }

  @Async
  Coroutine<Object> part() throws IOException {
    try {
      await(fail("x", new IOException("io")), IOException.class);
      return done(null);
    } catch (Exception e) {
      await(ok("c", 1));
      throw e;
    }
  }
}
