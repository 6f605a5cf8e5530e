// A18: a compound assignment to an element out of bounds fails before x is started
// trace: before
// ends: throws: java.lang.ArrayIndexOutOfBoundsException: Index 9 out of bounds for length 1
class A18 {
  @Async
  Coroutine<Object> run() {
    int[] array = {1};
    log("before");
    array[9] += await(at("x", 5));
    return done("not reached");
  }
}
