// A12: arr[i] = await(x) where both are reassigned during x: the old array and the old index
// trace: x, [0; 7], [0; 0], 0
// ends: value: null
class A12 {
  int[] array = {0, 0};
  int i = 1;

  @Async
  Coroutine<Object> run() {
    int[] old = array;
    array[i] = await(at("x", 7, this::reassign));
    log(Arrays.toString(old).replace(',', ';'));
    log(Arrays.toString(array).replace(',', ';'));
    log(i);
    return done(null);
  }

  void reassign() {
    array = new int[2];
    i = 0;
  }
}
