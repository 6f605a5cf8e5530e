// C3: failures that were there and that come later are caught alike, with type and identity, from coroutines and from stages
// trace: f, true, true, g, true, true
// ends: value: null
class C3 {
  @Async
  Coroutine<Object> run() {
    IOException failure = new IOException("io");
    try {
      await(fail("f", failure), IOException.class);
    } catch (IOException e) {
      log(e == failure);
      log(e.getCause() == null);
    }
    try {
      await(stage("g", 1, () -> failure), IOException.class);
      log(true);
      log(true);
    } catch (IOException e) {
      log(e == failure);
      log(e.getCause() == null);
    }
    return done(null);
  }
}
