// A14: a null array: the index, x, then the store fails
// trace: array, index, x
// ends: throws: java.lang.NullPointerException
class A14 {
  @Async
  Coroutine<Object> run() {
    nullArray()[op("index", 0)] = await(at("x", 7));
    return done("not reached");
  }

  int[] nullArray() {
    return op("array", null);
  }
}
