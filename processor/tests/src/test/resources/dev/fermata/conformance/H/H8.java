// H8: a failure after the task was cancelled: the task ends with it, nothing hangs
// trace: waiting, cleanup, failed after
// ends: value: null
class H8 {
  @Async
  Coroutine<Object> run() {
    Task<Integer> task = start(part());
    await(yieldNow());
    task.cancel();
    try {
      await(task);
    } catch (IllegalStateException e) {
      log("failed " + e.getMessage());
    }
    return done(null);
  }

  @Async
  Coroutine<Integer> part() {
    Promise<Integer> never = EventLoop.current().newPromise();
    try {
      log("waiting");
      return done(await(never));
    } catch (CancelledError e) {
      log("cleanup");
      await(yieldNow());
      throw new IllegalStateException("after");
    }
  }
}
