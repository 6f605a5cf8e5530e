// H3: recursion of a hundred thousand levels and a chain of as many completes, suspended or not
// run: transformed
// trace: 100000, 100000, 100000
// ends: value: null
class H3 {
  @Async
  Coroutine<Integer> down(int n, boolean suspend) {
    if (n == 0) {
      if (suspend) await(yieldNow());
      return done(0);
    }
    return done(1 + await(down(n - 1, suspend)));
  }

  @Async
  Coroutine<Integer> link(CompletionStage<Integer> before) {
    return done(1 + await(before));
  }

  @Async
  Coroutine<Object> run() {
    log(await(down(100_000, false)));
    log(await(down(100_000, true)));
    int n = 0;
    while (n < 100_000) n = await(link(CompletableFuture.completedFuture(n)));
    log(n);
    return done(null);
  }
}
