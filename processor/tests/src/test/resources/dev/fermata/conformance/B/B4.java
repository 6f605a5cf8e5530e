// B4: a million completed awaits in a loop do not grow the stack
// run: once
// trace: 1000000
// ends: value: null
class B4 {
  @Async
  Coroutine<Object> run() {
    int n = 0;
    for (; ; ) {
      n += await(done(1));
      if (n == 1_000_000) break;
    }
    log(n);
    return done(null);
  }
}
