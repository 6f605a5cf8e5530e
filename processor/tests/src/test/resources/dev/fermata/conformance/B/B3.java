// B3: nested loops with two awaits in the body
// trace: q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q, q
// ends: value: 100 (Integer)
class B3 {
  @Async
  Coroutine<Object> run() {
    int sum = 0;
    int i = 0;
    while (i < 5) {
      int j = 0;
      while (j < 5) {
        sum += await(quiet(i));
        sum += await(quiet(j));
        j++;
      }
      i++;
    }
    return done(sum);
  }

  Awaitable<Integer> quiet(int v) {
    return ok("q", v);
  }
}
