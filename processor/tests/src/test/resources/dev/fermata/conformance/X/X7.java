// X7: a loop over elements in a switch expression with a long operand at its left, over which javac breaks down with a try inside
// trace: 1, 2
// ends: value: 27 (Long)
class X7 {
  @Async
  Coroutine<Object> run() {
    long sum =
        4L
            + switch (await(ok("1", 1))) {
              case 1 -> {
                long all = 0;
                for (int n : awaitEach(numbers())) {
                  all += n;
                }
                yield all;
              }
              default -> 0L;
            };
    return done(add(sum, 10));
  }

  @Async
  AsyncGenerator<Integer> numbers() {
    emit(await(ok("2", 6)));
    emit(7);
    return end();
  }

  static Long add(long a, int b) {
    return a + b;
  }
}
