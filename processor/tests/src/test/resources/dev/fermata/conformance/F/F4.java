// F4: a loop that ends when a pattern matches: the binding is there after it
// trace: n 1, n 2, n 3, use three
// ends: value: null
class F4 {
  @Async
  Coroutine<Object> run() {
    Object x = 0;
    int i = 0;
    while (!(x instanceof String s)) {
      i++;
      x = await(at("n " + i, i == 3 ? (Object) "three" : (Object) i));
    }
    log("use " + s);
    return done(null);
  }
}
