// B24: lambdas in the header of a for loop that capture what stands outside
// trace: x 0, x 1, end
// ends: value: null
class B24 {
  @Async
  Coroutine<Object> run() {
    int limit = 2;
    IntPredicate below = v -> v < limit;
    for (IntUnaryOperator next = v -> v + 1 + limit - limit, same = v -> v; ; ) {
      int i = 0;
      for (; test(v -> below.test(v) && limit > 0, i); i = next.applyAsInt(i)) {
        await(at("x " + same.applyAsInt(i), i));
      }
      break;
    }
    log("end");
    return done(null);
  }

  boolean test(IntPredicate p, int v) {
    return p.test(v);
  }
}
