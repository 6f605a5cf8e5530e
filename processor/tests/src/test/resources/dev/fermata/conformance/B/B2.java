// B2: for with awaits in all parts of its header: init once, the update after continue
// trace: a, n, d, n, body 2, d, n, d, n
// ends: value: null
class B2 {
  @Async
  Coroutine<Object> run() {
    for (int i = await(at("a", 1)); i < await(at("n", 4)); i += await(at("d", 1))) {
      if (i != 2) continue;
      log("body " + i);
    }
    return done(null);
  }
}
