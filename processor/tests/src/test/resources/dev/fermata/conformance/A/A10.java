// A10: an assignment in the receiver is seen by the arguments
// trace: a
// ends: value: newnew (String)
class A10 {
  @Async
  Coroutine<Object> run() {
    String v = "old";
    return done((v = await(at("a", "new"))).concat(v));
  }
}
