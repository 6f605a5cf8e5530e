// B22: for over a list of a wildcard, and over a list with a null element that is unboxed
// trace: x a, x b, y 1, NPE
// ends: value: null
class B22 {
  @Async
  Coroutine<Object> run() {
    await(each(List.of("a", "b")));
    try {
      for (int v : Arrays.asList(1, null, 3)) {
        await(at("y " + v, v));
      }
    } catch (NullPointerException e) {
      log("NPE");
    }
    return done(null);
  }

  @Async
  <T extends CharSequence> Coroutine<Void> each(List<? extends T> list) {
    for (T t : list) {
      CharSequence got = await(at("x " + t, t));
      if (got.length() != t.length()) log("wrong");
    }
    return done();
  }
}
