// A7: the left operand is a field that changes during the await: its old value counts
// trace: a, b, 15, 30
// ends: value: null
class A7 {
  int x = 3;

  @Async
  Coroutine<Object> run() {
    log("a");
    int product = x * await(at("b", 5, () -> x = 30));
    log(product);
    log(x);
    return done(null);
  }
}
