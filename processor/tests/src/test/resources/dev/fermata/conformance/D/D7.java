// D7: break, continue and return through a try with resources in a loop close in each iteration
// trace: x 0, close 0, x 1, close 1, x 2, close 2, y 0, close 0, y 1, close 1
// ends: value: 1 (Integer)
class D7 {
  @Async
  @SuppressWarnings("try")
  Coroutine<Object> run() {
    for (int i = 0; ; i++) {
      try (Plain p = new Plain(i)) {
        await(at("x " + i, 1));
        if (i < 2) continue;
        break;
      }
    }
    for (int i = 0; ; i++) {
      int n = i;
      try (AsyncCloseable p = () -> close(n)) {
        await(at("y " + i, 1));
        if (i == 1) return done(i);
      }
    }
  }

  @Async
  Coroutine<Void> close(int n) {
    await(ok("close " + n, 1));
    return done();
  }

  record Plain(int n) implements AutoCloseable {
    @Override
    public void close() {
      log("close " + n);
    }
  }
}
