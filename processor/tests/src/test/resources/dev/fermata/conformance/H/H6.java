// H6: a stage that calls back synchronously during registration, and twice
// trace: 7, 8, end
// ends: value: null
class H6 {
  @Async
  Coroutine<Object> run() {
    log(await(new Twice(7)));
    log(await(new Twice(8)));
    await(yieldNow());
    log("end");
    return done(null);
  }

  static class Twice extends CompletableFuture<Integer> {
    final int v;

    Twice(int v) {
      this.v = v;
    }

    @Override
    public CompletableFuture<Integer> toCompletableFuture() {
      return this;
    }

    @Override
    public CompletableFuture<Integer> whenComplete(
        BiConsumer<? super Integer, ? super Throwable> action) {
      action.accept(v, null);
      action.accept(v + 100, null);
      return this;
    }

    @Override
    public <U> CompletableFuture<U> handle(BiFunction<? super Integer, Throwable, ? extends U> fn) {
      fn.apply(v, null);
      return CompletableFuture.completedFuture(fn.apply(v, null));
    }

    @Override
    public boolean isDone() {
      return false;
    }
  }
}
