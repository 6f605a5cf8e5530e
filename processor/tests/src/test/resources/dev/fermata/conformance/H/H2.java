// H2: when all that it awaits is complete, a method runs to its end without a turn of the loop
// trace: a, b, 3, stage true, turn
// ends: value: null
class H2 {
  @Async
  Coroutine<Object> run() {
    EventLoop.current().callSoon(() -> log("turn"));
    log(await(sum()));
    log("stage " + stage2().isDone());
    await(yieldNow());
    return done(null);
  }

  @Async
  Coroutine<Integer> sum() {
    return done(await(quiet("a", 1)) + await(quiet("b", 2)));
  }

  @Async
  Coroutine<Integer> quiet(String name, int v) {
    log(name);
    return done(v);
  }

  @Async
  CompletableFuture<Integer> stage2() {
    int v = await(done(1));
    return CompletableFuture.completedFuture(v);
  }
}
