// B6: loops whose condition is the constant false, and loops without parts
// trace: a, once, end
// ends: value: null
class B6 {
  @Async
  @SuppressWarnings("unused")
  Coroutine<Object> run() {
    for (int i = await(at("a", 0)); i < 0; ) {
      await(at("never", 1));
    }
    int k = 0;
    for (; ; ) {
      if (k++ == 1) break;
      log("once");
    }
    do {
      log("end");
      if (k > 100) await(at("never", 1));
    } while (false);
    return done(null);
  }
}
