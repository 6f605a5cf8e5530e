// E2: a lambda that was made before an await and is called after it
// trace: x, before1
// ends: value: null
class E2 {
  @Async
  Coroutine<Object> run() {
    String s = "before";
    int[] counter = {0};
    Supplier<String> f = () -> s + counter[0];
    counter[0] = await(at("x", 1));
    log(f.get());
    return done(null);
  }
}
