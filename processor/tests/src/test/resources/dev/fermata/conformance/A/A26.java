// A26: a[j] = j = await(two): the index is the old j
// trace: two, [0; 2; 0], 2
// ends: value: null
class A26 {
  @Async
  Coroutine<Object> run() {
    int[] a = new int[3];
    int j = 1;
    a[j] = j = await(at("two", 2));
    log(Arrays.toString(a).replace(',', ';'));
    log(j);
    return done(null);
  }
}
