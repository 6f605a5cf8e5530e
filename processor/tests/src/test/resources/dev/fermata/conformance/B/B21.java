// B21: for over an array: the array variable may be reassigned inside; over null it fails at its head
// trace: x 1, x 2, x 3, null, NPE
// ends: value: null
class B21 {
  @Async
  Coroutine<Object> run() {
    int[] array = {1, 2, 3};
    for (int v : array) {
      array = new int[] {9};
      await(at("x " + v, v));
    }
    String[] nothing = op("null", null);
    try {
      for (String s : nothing) {
        await(at("never", s));
      }
    } catch (NullPointerException e) {
      log("NPE");
    }
    return done(null);
  }
}
