// X9: a return out of a resource in a loop that awaits each, where the closing of the resource fails: what the loop goes through is closed all the same
// trace: next, read, close, end, caught close
// ends: value: 2 (Integer)
class X9 {
  @Async
  Coroutine<Object> run() {
    try {
      return done(await(first()));
    } catch (IllegalStateException failure) {
      log("caught " + failure.getMessage());
    }
    return done(2);
  }

  @Async
  Coroutine<Integer> first() {
    for (int n : awaitEach(numbers())) {
      try (Failing failing = new Failing()) {
        log("read");
        return done(n);
      }
    }
    return done(0);
  }

  @Async
  AsyncGenerator<Integer> numbers() {
    try {
      emit(await(ok("next", 1)));
    } finally {
      log("end");
    }
    return end();
  }

  static class Failing implements AutoCloseable {
    @Override
    public void close() {
      log("close");
      throw new IllegalStateException("close");
    }
  }
}
