// A25: arr[await(0)].x += (arr[await(0)].x += await(42)): the outer read comes first
// trace: o, i, v
// ends: value: 42 (Integer)
class A25 {
  static class Box {
    int x;
  }

  @Async
  Coroutine<Object> run() {
    Box[] array = {new Box()};
    array[await(at("o", 0))].x += (array[await(at("i", 0))].x += await(at("v", 42)));
    return done(array[0].x);
  }
}
