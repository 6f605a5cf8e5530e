// A16: arr[i] += await(x) where the element changes during x: the old element counts
// trace: x, 6
// ends: value: null
class A16 {
  int[] array = {1};

  @Async
  Coroutine<Object> run() {
    int i = 0;
    array[i] += await(at("x", 5, () -> array[0] = 100));
    log(array[0]);
    return done(null);
  }
}
