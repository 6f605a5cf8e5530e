// A24: int r = arr[await(i)]++ gives the old value and stores the new one
// trace: i, 20, 21, j, 9, 9, k, 21, 22
// ends: value: null
class A24 {
  @Async
  Coroutine<Object> run() {
    int[] array = {10, 20};
    int r = array[await(at("i", 1))]++;
    log(r);
    log(array[1]);
    int s = --array[await(at("j", 0))];
    log(s);
    log(array[0]);
    Integer[] boxes = {1, 21};
    Integer t = boxes[await(at("k", 1))]++;
    log(t);
    log(boxes[1]);
    return done(null);
  }
}
