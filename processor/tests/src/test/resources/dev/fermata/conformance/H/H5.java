// H5: a stage that calls back on another thread before its registration has returned: the body goes on in its own thread
// trace: 7, true, 8, true
// ends: value: null
class H5 {
  @Async
  Coroutine<Object> run() {
    Thread mine = Thread.currentThread();
    for (int v = 7; v < 9; v++) {
      int got = await(new Elsewhere(v));
      log(got);
      log(Thread.currentThread() == mine);
    }
    return done(null);
  }

  static class Elsewhere extends CompletableFuture<Integer> {
    final int v;

    Elsewhere(int v) {
      this.v = v;
    }

    @Override
    public CompletableFuture<Integer> toCompletableFuture() {
      return this;
    }

    @Override
    public CompletableFuture<Integer> whenComplete(
        BiConsumer<? super Integer, ? super Throwable> action) {
      elsewhere(() -> action.accept(v, null));
      return this;
    }

    @Override
    public <U> CompletableFuture<U> handle(BiFunction<? super Integer, Throwable, ? extends U> fn) {
      elsewhere(() -> fn.apply(v, null));
      return new CompletableFuture<>();
    }

    @Override
    public boolean isDone() {
      return false;
    }

    static void elsewhere(Runnable action) {
      Thread thread = new Thread(action);
      thread.start();
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
