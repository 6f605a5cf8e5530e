// C30: a catch parameter that is captured by a lambda which outlives the catch
// trace: x, y, x 0, x 1
// ends: value: null
class C30 {
  @Async
  Coroutine<Object> run() {
    List<Supplier<String>> later = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int n = i;
      try {
        await(fail(i == 0 ? "x" : "y", new IllegalStateException("x " + i)));
      } catch (IllegalStateException e) {
        later.add(() -> n < 0 ? "" : e.getMessage());
        await(done());
      }
    }
    for (Supplier<String> s : later) log(s.get());
    return done(null);
  }
}
