// A47: compound assignment calls its receiver and index exactly once, before x
// trace: recv, idx, x, 6, recv, x, 8, recv, idx, x, ab
// ends: value: null
class A47 {
  int f = 3;
  int[] array = {1};
  String[] strings = {"a"};

  @Async
  Coroutine<Object> run() {
    op("recv", array)[op("idx", 0)] += await(at("x", 5));
    log(array[0]);
    op("recv", this).f += await(at("x", 5));
    log(f);
    op("recv", strings)[op("idx", 0)] += await(at("x", "b"));
    log(strings[0]);
    return done(null);
  }
}
