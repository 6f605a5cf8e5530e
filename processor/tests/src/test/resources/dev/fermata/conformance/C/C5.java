// C5: an empty try with a finally that awaits and assigns
// trace: f
// ends: value: 7 (Integer)
class C5 {
  @Async
  Coroutine<Object> run() {
    int x;
    try {
    } finally {
      x = await(at("f", 7));
    }
    return done(x);
  }
}
