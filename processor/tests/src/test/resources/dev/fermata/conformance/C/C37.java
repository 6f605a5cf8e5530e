// C37: what a stage throws when it is subscribed to belongs to the await, once
// trace: x, caught no subscription, finally
// ends: value: null
class C37 {
  @Async
  Coroutine<Object> run() {
    await(ok("x", 1));
    try {
      await(new Unwilling());
    } catch (IllegalStateException e) {
      log("caught " + e.getMessage());
    } finally {
      log("finally");
    }
    return done(null);
  }

  static class Unwilling extends CompletableFuture<String> {
    @Override
    public CompletableFuture<String> toCompletableFuture() {
      throw new IllegalStateException("no subscription");
    }

    @Override
    public CompletableFuture<String> whenComplete(
        BiConsumer<? super String, ? super Throwable> action) {
      throw new IllegalStateException("no subscription");
    }

    @Override
    public <U> CompletableFuture<U> handle(BiFunction<? super String, Throwable, ? extends U> fn) {
      throw new IllegalStateException("no subscription");
    }
  }
}
