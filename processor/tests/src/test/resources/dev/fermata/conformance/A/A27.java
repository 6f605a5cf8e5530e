// A27: i += (i = await(ten)) + i with i = 1 gives 21
// trace: ten
// ends: value: 21 (Integer)
class A27 {
  @Async
  Coroutine<Object> run() {
    int i = 1;
    i += (i = await(at("ten", 10))) + i;
    return done(i);
  }
}
