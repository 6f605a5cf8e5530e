// A13: an index out of bounds: x is awaited, then the store fails
// trace: x
// ends: throws: java.lang.ArrayIndexOutOfBoundsException: Index 9 out of bounds for length 2
class A13 {
  @Async
  Coroutine<Object> run() {
    int[] array = new int[2];
    array[9] = await(at("x", 7));
    return done("not reached");
  }
}
