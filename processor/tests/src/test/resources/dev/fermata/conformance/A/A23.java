// A23: arr[await(i)] += await(v): the index, then the element is read, then v
// trace: i, v, 25
// ends: value: null
class A23 {
  int[] array = {10, 20};

  @Async
  Coroutine<Object> run() {
    array[await(at("i", 1))] += await(at("v", 5, () -> array[1] = 100));
    log(array[1]);
    return done(null);
  }
}
