// A15: a value of a wrong type is awaited before the store fails
// trace: x
// ends: throws: java.lang.ArrayStoreException: java.lang.Integer
class A15 {
  @Async
  Coroutine<Object> run() {
    Object[] objects = new String[1];
    objects[0] = await(at("x", (Object) 1));
    return done("not reached");
  }
}
