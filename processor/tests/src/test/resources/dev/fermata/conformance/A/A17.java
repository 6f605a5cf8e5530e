// A17: a compound assignment to an element of a null array fails before x is started
// trace: index
// ends: throws: java.lang.NullPointerException
class A17 {
  @Async
  Coroutine<Object> run() {
    int[] nothing = null;
    nothing[op("index", 0)] += await(at("x", 5));
    return done("not reached");
  }
}
