// X11: a cancellation that comes while something is closed after a failure is not lost in that failure
// trace: 1, closing 1, 2, closing 2, 3, closing 3
// ends: value: loop cancelled, try cancelled, pipeline cancelled, broken (String)
class X11 {
  @Async
  Coroutine<Object> run() {
    var loop = start(loop());
    await(untilClosing());
    loop.cancel();
    var ofLoop = await(how("loop", loop));
    var attempt = start(attempt());
    await(untilClosing());
    attempt.cancel();
    var ofTry = await(how("try", attempt));
    var pipeline = start(pipeline());
    await(untilClosing());
    pipeline.cancel();
    var ofPipeline = await(how("pipeline", pipeline));
    return done(String.join(", ", ofLoop, ofTry, ofPipeline, await(broken())));
  }

  @Async
  Coroutine<Void> untilClosing() {
    for (int i = 0; i < 20; i++) {
      await(yieldNow());
    }
    return done();
  }

  @Async
  Coroutine<String> how(String name, Task<?> task) {
    await(gatherSettled(task));
    return done(name + (task.isCancelled() ? " cancelled" : " lost it"));
  }

  @Async
  Coroutine<Void> loop() {
    try {
      for (int n : awaitEach(numbers(1))) {
        throw new IllegalStateException("" + n);
      }
    } catch (IllegalStateException e) {
      log("lost");
    }
    return done();
  }

  @Async
  Coroutine<Void> attempt() {
    try (AsyncCloseable slow = () -> close(2)) {
      await(ok("2", 2));
      throw new IllegalStateException("body");
    } catch (IllegalStateException e) {
      log("lost");
    }
    return done();
  }

  @Async
  Coroutine<Void> pipeline() {
    for (int n : awaitEach(twice(numbers(3)))) {
      break;
    }
    log("lost");
    return done();
  }

  @Async
  AsyncGenerator<Integer> twice(AsyncGenerator<Integer> source) {
    for (int n : awaitEach(source)) {
      emit(2 * n);
    }
    return end();
  }

  @Async
  AsyncGenerator<Integer> numbers(int n) {
    try {
      emit(await(ok("" + n, n)));
    } finally {
      await(close(n));
    }
    return end();
  }

  @Async
  Coroutine<Void> close(int n) {
    log("closing " + n);
    await(sleep(java.time.Duration.ofSeconds(9)));
    return done();
  }

  @Async
  Coroutine<String> broken() {
    try {
      for (int n : awaitEach(twice(failing()))) {
        break;
      }
    } catch (IllegalStateException e) {
      return done(e.getMessage());
    }
    return done("lost");
  }

  @Async
  AsyncGenerator<Integer> failing() {
    try {
      emit(1);
    } finally {
      await(done());
      fail();
    }
    return end();
  }

  static void fail() {
    throw new IllegalStateException("broken");
  }
}
